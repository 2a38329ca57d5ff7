/** How does an action of a procedure read in a runbook, to be done and to be taken back? */
import { placeholdersOf, quoteForShell } from '../../engine/explanation/fill-command';
import type { Action, Catalog, Check } from '../../engine/model';
import type { ReportAction } from '../plan-report';
import { showPlainly, wrap } from '../plan-report-text';
import { looksDestructive, looksStopping } from './looks-destructive';
import { assign, findObstacle, inOneLine, isSayable, literal, withVariables, wordOf } from './shell-text';

/** What is known where an action is written. */
export interface Surroundings {
  readonly catalog: Catalog;
  /** Of the placeholders: those of the step, of the catalog and of the operator. */
  readonly values: ReadonlyMap<string, string>;
  /** The shell variable of a placeholder. */
  readonly variableOf: (placeholder: string) => string;
  /** The step's number. */
  readonly step: number;
  readonly instances: number;
}

const INDENT = '  ';

/** A text as it is shown: indented lines in one word of the shell. */
export function block(text: string): string {
  return literal(wrap(text, INDENT).join('\n'));
}

/** What the script fills in to do it, and what to take it back. */
function partsToDo({ command, path, check }: Action): (string | undefined)[] {
  return [command, path, check?.command, check?.prints];
}

function partsToUndo({ undo }: Action): (string | undefined)[] {
  return [undo?.command, undo?.check?.command, undo?.check?.prints];
}

/** Lines that give the variables of an action their values, asking for those that nobody has said. */
function writeValues(
  { runs }: Action,
  parts: readonly (string | undefined)[],
  id: string,
  { catalog, values, variableOf, step, instances }: Surroundings,
): string[] {
  const named = [...new Set(parts.flatMap((part) => placeholdersOf(part ?? '')))];
  return named.flatMap((name) => {
    const value = values.get(name) ?? '';
    if (name === 'from' || name === 'to' || name === 'entry') return [];
    if (value !== '') return assign(variableOf(name), value);
    // For several instances there are several values, and a person does it.
    if (runs === 'each' && instances > 1) return assign(variableOf(name), `<${name}>`);
    const parameter = Object.hasOwn(catalog.parameters, name) ? catalog.parameters[name] : undefined;
    const about = [parameter?.name ?? name, parameter?.description].filter((part) => part !== undefined);
    const [own, last] = parameter?.perStep === true ? [`${id}:${name}`, `${step}:${name}`] : [name, ''];
    return [
      `need ${literal(own)} ${literal(name)} ${literal(inOneLine(about.join(': ')))} ${literal(last)}`,
      `${variableOf(name)}=$value`,
    ];
  });
}

/** A value in a command that is shown: on one line, so that none of it looks like another command. */
function showValue(value: string): string {
  return showPlainly(quoteForShell(value)).replaceAll('\n', '\\x0a').replaceAll('\t', '\\x09');
}

/** The command as it is shown: what is known stands in it, the rest is filled in while the script runs. */
function shownCommand(command: string, { values, variableOf }: Surroundings): string {
  return wordOf(command, (name) => {
    const value = values.get(name) ?? '';
    return value === '' ? { word: `"$(quoted "$${variableOf(name)}")"` } : { text: showValue(value) };
  });
}

function writeCheck(check: Check | undefined, around: Surroundings): string[] {
  if (check === undefined || findObstacle(check.command, around.values) !== undefined) return [];
  if (!placeholdersOf(check.prints ?? '').every((name) => isSayable(around.values.get(name) ?? '')))
    return [];
  const lines = [
    `check=${literal(withVariables(check.command, around.variableOf))}`,
    `check_shown=${shownCommand(check.command, around)}`,
  ];
  if (check.prints === undefined) return lines;
  return [...lines, `prints=${wordOf(check.prints, (name) => ({ word: `"$${around.variableOf(name)}"` }))}`];
}

function writeCommand(command: string, loses: string | undefined, around: Surroundings): string[] {
  const obstacle = findObstacle(command, around.values);
  const lines = [`shown=${shownCommand(command, around)}`];
  lines.push(`command=${literal(withVariables(command, around.variableOf))}`);
  if (obstacle !== undefined) lines.push(`obstacle=${literal(obstacle)}`);
  if (loses !== undefined) lines.push(`loses=${literal(inOneLine(loses))}`);
  if (loses !== undefined || looksDestructive(command)) lines.push('is_destructive=yes');
  if (looksStopping(command)) lines.push('is_stopping=yes');
  return lines;
}

/** `id` is the action's number in the runbook; `shown` has its texts filled in. */
export function writeAction(id: string, action: Action, shown: ReportAction, around: Surroundings): string[] {
  const { command, runs, loses, path } = action;
  const lines = [
    `action ${id} ${literal(inOneLine(shown.title))}`,
    ...writeValues(action, partsToDo(action), id, around),
  ];
  if (shown.detail !== undefined) lines.push(`detail=${block(shown.detail)}`);
  if (command !== undefined) lines.push(...writeCommand(command, loses, around));
  if (runs !== undefined) lines.push(`runs=${runs}`);
  if (around.instances > 1) lines.push(`count=${around.instances}`);
  if (path !== undefined && findObstacle(path, around.values) === undefined)
    lines.push(`path=${wordOf(path, (name) => ({ word: `"$${around.variableOf(name)}"` }))}`);
  lines.push(...writeCheck(action.check, around));
  if (shown.verify !== undefined) lines.push(`verify=${block(`Look whether: ${shown.verify}`)}`);
  if (shown.rollback !== undefined) lines.push(`rollback=${block(shown.rollback)}`);
  return [...lines, 'perform'];
}

/** Empty where the catalog does not say how to take it back. */
export function writeUndo(id: string, action: Action, shown: ReportAction, around: Surroundings): string[] {
  const { undo, rollback } = action;
  if (undo === undefined && rollback === undefined) return [];
  const lines = [`action ${id} ${literal(inOneLine(`Taking back: ${shown.title}`))}`];
  lines.push(...writeValues(action, partsToUndo(action), id, around));
  if (shown.rollback !== undefined) lines.push(`rollback=${block(shown.rollback)}`);
  if (undo !== undefined) {
    lines.push(...writeCommand(undo.command, undo.loses, around), 'runs=once');
    lines.push(...writeCheck(undo.check, around));
  }
  return [...lines, 'revert'];
}
