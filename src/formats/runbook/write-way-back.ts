/**
 * How does a runbook go back from wherever it has got to?
 *
 * First what was begun of the stage under way: before that stage the same server stood beside the same others, or it is the
 * server that goes back, to a state that the plan passed through. Then the safe way back from the stage before, move by move.
 */
import type { GoingBack, StateBack, WayBackMove } from '../../engine/assessment/going-back';
import type { Step } from '../../engine/model';
import { inOneLine, literal } from './shell-text';
import { asFunction, type RunbookStep } from './write-step';

/** For the shell: the actions of steps, in order. */
function actionsOf(steps: readonly RunbookStep[]): string {
  return literal(steps.flatMap(({ actions }) => actions).join(' '));
}

/** Everything that is recorded of steps: their actions, and what was brought back by hand as a whole. */
function recordsOf(steps: Iterable<RunbookStep>): string {
  return literal([...steps].flatMap(({ number, actions }) => [...actions, `${number}.back`]).join(' '));
}

function groupBy<K>(steps: readonly RunbookStep[], keyOf: (step: Step) => K): Map<K, RunbookStep[]> {
  const groups = new Map<K, RunbookStep[]>();
  for (const written of steps) {
    const key = keyOf(written.step);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [written]);
    else own.push(written);
  }
  return groups;
}

/** Of an entry's steps those that took it from where a move back leads to where it begins, the latest first. */
function stepsOfMove(move: WayBackMove, stage: number, entry: readonly RunbookStep[]): RunbookStep[] {
  const own = entry.filter(({ step }) => step.stage <= stage);
  const first = own.findIndex(({ step }) => step.from === move.to);
  const last = own.findIndex(({ step }) => step.to === move.from);
  const taken = first < 0 ? [] : own.slice(first, last + 1);
  return taken.reverse();
}

function writeMove(move: WayBackMove, [latest, ...others]: readonly RunbookStep[]): string[] {
  if (latest === undefined) return [];
  if (others.length === 0) return [`undo_${latest.number}`];
  const snapshot =
    move.snapshot === undefined ? '' : `, with the snapshot from before stage ${move.snapshot}`;
  const text = `Bring ${move.entry} from ${move.from} back to ${move.to} at once${snapshot}.`;
  return [`by_hand ${literal(inOneLine(text))} ${latest.number}.back`];
}

/** What brings the fleet back from a state, where steps of the stage after it may have been begun. */
function writeState(
  { stage, wayBack }: StateBack,
  next: readonly RunbookStep[],
  written: ReadonlyMap<string, readonly RunbookStep[]>,
): string[] {
  const begun = next
    .toReversed()
    .map((step) => `if was_begun ${actionsOf([step])}; then undo_${step.number}; fi`);
  const moves = (wayBack ?? []).map((move) => ({
    move,
    undone: stepsOfMove(move, stage, written.get(move.entry) ?? []),
  }));
  const undone = new Set([...next, ...moves.flatMap((each) => each.undone)]);
  const lines = [
    ...begun,
    ...moves.flatMap((each) => writeMove(each.move, each.undone)),
    `finish_back ${recordsOf(undone)} ${wayBack === undefined ? 'no' : 'yes'}`,
  ];
  return [`${stage})`, ...lines.map((line) => `  ${line}`), '  ;;'];
}

/** The shell functions `tell_standing` and `go_back`; `told` are sentences about the state after each stage. */
export function writeWayBack(
  back: GoingBack,
  steps: readonly RunbookStep[],
  told: ReadonlyMap<number, string>,
): string {
  const written = groupBy(steps, ({ entry }) => entry);
  const stages = groupBy(steps, ({ stage }) => stage);
  const numbers = [0, ...stages.keys()];
  const moving = numbers.slice(1).map((stage, i) => ({
    stage,
    before: numbers[i] ?? 0,
    own: stages.get(stage) ?? [],
  }));
  const standing = moving.map(({ stage, before }) => {
    const lines = told.get(before) ?? literal('  Nothing had moved.');
    return `${stage}) say '' ${literal(`After stage ${before}, before this one:`)} ${lines} ;;`;
  });
  const find = moving.map(
    ({ stage, before, own }) =>
      `if [ "$complete" = ${before} ] && is_done ${actionsOf(own)}; then complete=${stage}; fi`,
  );
  const nextOf = new Map(moving.map(({ before, own }) => [before, own]));
  const states = back.states.flatMap((state) => writeState(state, nextOf.get(state.stage) ?? [], written));
  return [
    asFunction('tell_standing', [`case $stage in`, ...standing.map((line) => `  ${line}`), 'esac']),
    '',
    asFunction('go_back', [
      `heading 'Going back'`,
      'look_up back',
      'complete=$found',
      `if [ -z "$complete" ] || [ "$complete" = none ]; then`,
      '  complete=0',
      ...find.map((line) => `  ${line}`),
      `  if [ "$dry_run" = no ]; then record back "$complete"; fi`,
      'fi',
      'case $complete in',
      ...states.map((line) => `  ${line}`),
      "  *) say 'The plan is too long for its way back to be known.' ;;",
      'esac',
    ]),
  ].join('\n');
}
