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

/** A step of the plan, and how it reads in the runbook. */
interface Written {
  readonly step: Step;
  readonly runbook: RunbookStep;
}

function byEntry(plan: readonly Step[], steps: readonly RunbookStep[]): Map<string, Written[]> {
  const written = new Map<string, Written[]>();
  for (const [i, step] of plan.entries()) {
    const runbook = steps[i];
    if (runbook === undefined) continue;
    const own = written.get(step.entry);
    if (own === undefined) written.set(step.entry, [{ step, runbook }]);
    else own.push({ step, runbook });
  }
  return written;
}

/** Of an entry's steps those that took it from where a move back leads to where it begins, the latest first. */
function stepsOfMove(move: WayBackMove, stage: number, entry: readonly Written[]): RunbookStep[] {
  const own = entry.filter(({ step }) => step.stage <= stage);
  const first = own.findIndex(({ step }) => step.from === move.to);
  const last = own.findIndex(({ step }) => step.to === move.from);
  const taken = first < 0 ? [] : own.slice(first, last + 1);
  return taken.map(({ runbook }) => runbook).reverse();
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
  written: ReadonlyMap<string, readonly Written[]>,
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
  plan: readonly Step[],
  steps: readonly RunbookStep[],
  told: ReadonlyMap<number, string>,
): string {
  const written = byEntry(plan, steps);
  const stages = new Map<number, RunbookStep[]>();
  for (const step of steps) {
    const own = stages.get(step.stage);
    if (own === undefined) stages.set(step.stage, [step]);
    else own.push(step);
  }
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
