/**
 * Does a condition of the catalog hold in this installation?
 *
 * A condition names answers by fact; all facts named must agree. An unanswered fact rules nothing out: the condition is
 * `open` and counts as holding (engine.md, Facts).
 */
import type { Condition } from '../model';

export type ConditionState = 'holds' | 'fails' | 'open';
/** The operator's answers by fact; what is not there is not answered. */
export type Answers = Readonly<Record<string, string>>;

function answerTo(fact: string, answers: Answers): string | undefined {
  return Object.hasOwn(answers, fact) ? answers[fact] : undefined;
}

/** `holds` where there is no condition. */
export function conditionState(condition: Condition | undefined, answers: Answers): ConditionState {
  let state: ConditionState = 'holds';
  for (const [fact, accepted] of Object.entries(condition ?? {})) {
    const answer = answerTo(fact, answers);
    if (answer === undefined) state = 'open';
    else if (!accepted.includes(answer)) return 'fails';
  }
  return state;
}

/** Whether the engine has to reckon with it: it holds, or nobody has said that it doesn't. */
export function mayHold(condition: Condition | undefined, answers: Answers): boolean {
  return conditionState(condition, answers) !== 'fails';
}

/** The facts of a condition that are not answered yet. */
export function openFactsOf(condition: Condition | undefined, answers: Answers): string[] {
  return Object.keys(condition ?? {}).filter((fact) => answerTo(fact, answers) === undefined);
}
