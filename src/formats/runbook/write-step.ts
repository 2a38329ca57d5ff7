/** How does a step of a plan read in a runbook: what is said before it, its actions, and how it is taken back? */
import { proceduresForStep } from '../../engine/explanation/procedure-for-step';
import type { Action, Catalog, Inventory, Step } from '../../engine/model';
import { type Parameters, placeholderValues } from '../placeholder-values';
import type { ReportAction, ReportNote, ReportProcedure, ReportStep } from '../plan-report';
import { formatCount } from '../wording/names';
import { assign, inOneLine, isSayable, literal } from './shell-text';
import { block, type Surroundings, writeAction, writeUndo } from './write-action';

export interface RunbookStep {
  readonly number: number;
  readonly step: Step;
  /** Numbers of its actions, in order: `2.1`. */
  readonly actions: readonly string[];
  /** The shell function that carries it out, and the one that takes it back. */
  readonly forward: string;
  readonly back: string;
}

export interface Circumstances {
  readonly catalog: Catalog;
  readonly inventory: Inventory;
  readonly parameters: Parameters;
  readonly variableOf: (placeholder: string) => string;
}

interface Planned {
  readonly action: Action;
  readonly shown: ReportAction;
}

function describeNote(note: ReportNote): string {
  const when = note.when === undefined ? '' : `, ${note.when}`;
  const perhaps = note.dependsOn.length === 0 ? '' : ` (Depends on: ${note.dependsOn.join(' ')})`;
  const todo = note.actions.map((action, i) => ` ${i + 1}. ${action}`).join('');
  return `${note.kind}${when}, ${note.release}: ${note.summary}${perhaps}${todo}`;
}

function describeProcedure({ title, actions }: ReportProcedure): string {
  const told = actions.map(({ title: action, command }) =>
    command === undefined ? `${action}.` : `${action}: ${command.text}`,
  );
  return `${title}: ${told.map((text, i) => `(${i + 1}) ${text}`).join(' ')}`;
}

/** An action that only a person can do, in these words. */
function byHand(texts: {
  readonly title: string;
  readonly detail?: string;
  readonly verify?: string;
  readonly rollback?: string;
}): Planned {
  return { action: { ...texts, runs: 'each' }, shown: { ...texts, fillIn: [] } };
}

/**
 * What is to be done. Where the catalog has no procedure, or an answer that nobody has given decides between several, it is
 * one action for a person; and so is to install a builder that is not in the inventory.
 */
function planActions(reported: ReportStep, { catalog, inventory }: Circumstances): Planned[] {
  const { step, builder, procedures, instances } = reported;
  const first = builder === undefined ? [] : [byHand({ title: builder })];
  const chosen = proceduresForStep(catalog, inventory, step);
  const [only] = chosen;
  const [told] = procedures;
  if (chosen.length === 1 && only !== undefined && told !== undefined && only.openFacts.length === 0) {
    const own = only.procedure.actions.flatMap((action, i) => {
      const shown = told.actions[i];
      return shown === undefined ? [] : [{ action, shown }];
    });
    return [...first, ...own];
  }
  const questions = [...new Set(procedures.flatMap(({ dependsOn }) => dependsOn))];
  const where = instances === 1 ? '' : ` on each of the ${instances} instances`;
  const whole = byHand({
    title: `Bring ${step.entry} from ${step.from} to ${step.to}${where}`,
    detail:
      procedures.length === 0
        ? 'The catalog does not say how.'
        : `How depends on: ${questions.join(' ')} ${procedures.map(describeProcedure).join(' ')}`,
    verify: `${step.entry} runs ${step.to}${where}.`,
    rollback: `Bring ${step.entry} back to ${step.from}${where}.`,
  });
  return [...first, whole];
}

/** A text of an entry may be of any length and in any place of a sentence; what is shown of it fits on a line. */
function shorten(text: string): string {
  const line = inOneLine(text);
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

export function writeStep(reported: ReportStep, stages: number, circumstances: Circumstances): RunbookStep {
  const { number, step, component, instances, reason, remarks, notes } = reported;
  const values = placeholderValues(circumstances.catalog, step, circumstances.parameters);
  const around: Surroundings = { ...circumstances, values, step: number, instances };
  const planned = planActions(reported, circumstances);
  const actions = planned.map((_, i) => `${number}.${i + 1}`);
  const given = (['entry', 'from', 'to'] as const).flatMap((name) =>
    assign(around.variableOf(name), isSayable(step[name]) ? step[name] : ''),
  );
  const count = instances === 1 ? '' : `, ${formatCount(instances, 'instance')}`;
  const move = `${shorten(step.entry)} (${component}${count}), ${step.from} to ${step.to}`;
  const forward = [
    `stage=${step.stage}`,
    ...given,
    `heading ${literal(inOneLine(`Step ${number}, stage ${step.stage} of ${stages}: ${move}`))}`,
    `say ${[reason, ...remarks, ...notes.map(describeNote)].map(block).join(' \\\n    ')}`,
    ...planned.flatMap(({ action, shown }, i) => [
      '',
      ...writeAction(`${number}.${i + 1}`, action, shown, around),
    ]),
  ];
  const undone = planned
    .map(({ action, shown }, i) => writeUndo(`${number}.${i + 1}`, action, shown, around))
    .filter((lines) => lines.length > 0)
    .reverse();
  const back = [
    ...given,
    `heading ${literal(inOneLine(`Back: ${shorten(step.entry)} (${component}${count}), ${step.to} to ${step.from}`))}`,
    ...(undone.length > 0
      ? undone.flatMap((lines) => ['', ...lines])
      : [
          `by_hand ${literal(inOneLine(`Bring ${shorten(step.entry)} back to ${step.from}: the catalog does not say how.`))} ${number}.back`,
        ]),
  ];
  return {
    number,
    step,
    actions,
    forward: asFunction(`step_${number}`, forward),
    back: asFunction(`undo_${number}`, back),
  };
}

/** A shell function; lines within quotes are left as they are. */
export function asFunction(name: string, lines: readonly string[]): string {
  return [`${name}() {`, ...lines.map((line) => (line === '' ? '' : `  ${line}`)), '}'].join('\n');
}
