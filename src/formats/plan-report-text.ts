/** A plan report for a terminal: plain text, no colour, 100 columns and more where a command is longer. */
import { formatNumber } from '../texts/numbers';
import {
  actionNumber,
  type PlanReport,
  type ReportNote,
  type ReportProcedure,
  type ReportStep,
} from './plan-report';

const WIDTH = 100;

/** Control characters would do things to a terminal, and those of direction show text in another order: both are shown. */
export function showPlainly(text: string): string {
  return text.replace(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, (c) => {
    if (c === '\n' || c === '\t') return c;
    const digits = c.charCodeAt(0).toString(16);
    return digits.length > 2 ? `\\u${digits.padStart(4, '0')}` : `\\x${digits.padStart(2, '0')}`;
  });
}

/** Lines of at most 100 columns, where words allow it. */
export function wrap(text: string, indent: string, first = indent): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of showPlainly(text).split(/\s+/)) {
    if (line.length + word.length + 1 > WIDTH && line.trim() !== '' && line !== first) {
      lines.push(line);
      line = indent;
    }
    line += line === first || line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}

function list(items: readonly string[]): string[] {
  return items.flatMap((item) => wrap(item, '    ', '  - '));
}

function renderProcedure(procedure: ReportProcedure, step: ReportStep): string[] {
  const lines = ['', ...wrap(procedure.title, '      ')];
  if (procedure.dependsOn.length > 0) {
    lines.push(...wrap(`Only if the answer says so: ${procedure.dependsOn.join(' ')}`, '      '));
  }
  const origin = [procedure.source, procedure.confidence].filter((part) => part !== undefined && part !== '');
  if (origin.length > 0) lines.push(...wrap(`[${origin.join('; ')}]`, '      '));
  for (const [i, action] of procedure.actions.entries()) {
    const number = actionNumber(step.number, step, i) ?? `${i + 1}.`;
    lines.push(...wrap(action.title, '         ', `      ${number} `));
    if (action.detail !== undefined) lines.push(...wrap(action.detail, '         '));
    for (const line of action.command?.text.split('\n') ?? []) lines.push(`         $ ${showPlainly(line)}`);
    for (const line of action.fillIn) lines.push(...wrap(`Fill in ${line}`, '         '));
    if (action.verify !== undefined) lines.push(...wrap(`Verify: ${action.verify}`, '         '));
    if (action.rollback !== undefined) lines.push(...wrap(`Way back: ${action.rollback}`, '         '));
  }
  return lines;
}

function renderNote(note: ReportNote): string[] {
  const when = note.when === undefined ? '' : `, ${note.when}`;
  const perhaps = note.dependsOn.length === 0 ? '' : `(depends on: ${note.dependsOn.join(' ')})`;
  const source = `[${[note.source, note.confidence].filter((part) => part !== '').join('; ')}]`;
  const parts = [note.summary, note.relation, perhaps, source].filter((part) => part !== '');
  return [
    ...wrap(parts.join(' '), '        ', `      ${note.kind}${when}, ${note.release}: `),
    ...note.actions.flatMap((action, i) => wrap(action, '           ', `        ${i + 1}. `)),
  ];
}

function renderStep(reported: ReportStep): string[] {
  const { number, step, component, instances, reason, remarks, notes, builder, procedures } = reported;
  const times = instances === 1 ? '' : ` × ${formatNumber(instances)}`;
  return [
    ...wrap(`${number}. ${step.entry} (${component}${times}): ${step.from} → ${step.to}`, '    ', '  '),
    ...[reason, ...remarks].flatMap((sentence) => wrap(sentence, '    ')),
    ...notes.flatMap(renderNote),
    ...(builder === undefined ? [] : wrap(builder, '         ', `      ${number}.1 `)),
    ...procedures.flatMap((procedure) => renderProcedure(procedure, reported)),
  ];
}

export function renderText(report: PlanReport): string {
  const lines = [showPlainly(report.title), ''];
  if (report.violations.length > 0) {
    lines.push(
      'THIS PLAN WAS REJECTED BY THE VERIFIER. DO NOT CARRY IT OUT.',
      ...list(report.violations),
      '',
    );
  }
  lines.push(...report.summary.flatMap((line) => wrap(line, '')));
  if (report.causes.length > 0) lines.push('', 'Because:', ...list(report.causes));
  if (report.alsoBlocking.length > 0) {
    lines.push('', 'These block on their own as well:', ...list(report.alsoBlocking));
  }
  if (report.unblock.length > 0) lines.push('', 'What would help, each on its own:', ...list(report.unblock));
  if (report.noUnblock.length > 0) lines.push('', 'What would help:', ...list(report.noUnblock));
  if (report.openFacts.length > 0) lines.push('', 'Not answered yet:', ...list(report.openFacts));
  if (report.limits.length > 0) lines.push('', 'Works, but only partly:', ...list(report.limits));
  for (const stage of report.stages) {
    lines.push('', showPlainly(`Stage ${stage.number}: ${stage.title}`));
    for (const step of stage.steps) lines.push('', ...renderStep(step));
    if (stage.back.length > 0) lines.push('', ...stage.back.flatMap((line) => wrap(line, '    ', '  ')));
  }
  return `${lines.join('\n')}\n`;
}
