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

/** Steps that took an entry from where a move back leads to where it begins, the latest first. */
function stepsOfMove(move: WayBackMove, stage: number, plan: readonly Step[]): number[] {
  const own = plan.flatMap((step, i) => (step.entry === move.entry && step.stage <= stage ? [i] : []));
  const first = own.findIndex((i) => plan[i]?.from === move.to);
  const last = own.findIndex((i) => plan[i]?.to === move.from);
  return first < 0 ? [] : own.slice(first, last + 1).reverse();
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
  plan: readonly Step[],
  steps: readonly RunbookStep[],
): string[] {
  const begun = next
    .toReversed()
    .map((step) => `if was_begun ${actionsOf([step])}; then undo_${step.number}; fi`);
  const moves = (wayBack ?? []).map((move) => ({
    move,
    undone: stepsOfMove(move, stage, plan).flatMap((i) => steps[i] ?? []),
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
  const stages = [...new Set(steps.map(({ stage }) => stage))];
  const before = (stage: number) => stages[stages.indexOf(stage) - 1] ?? 0;
  const standing = stages.map(
    (stage) =>
      `${stage}) say '' ${literal(`After stage ${before(stage)}, before this one:`)} ${told.get(before(stage)) ?? literal('  Nothing had moved.')} ;;`,
  );
  const find = stages.map(
    (stage) =>
      `if [ "$complete" = ${before(stage)} ] && is_done ${actionsOf(steps.filter((step) => step.stage === stage))}; then complete=${stage}; fi`,
  );
  const states = back.states.flatMap((state) => {
    const next = stages.find((stage) => before(stage) === state.stage && stage !== state.stage);
    return writeState(
      state,
      steps.filter(({ stage }) => stage === next),
      plan,
      steps,
    );
  });
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
