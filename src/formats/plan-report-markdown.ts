/**
 * A plan report for a ticket or a pull request: Markdown as GitHub renders it.
 *
 * Nothing in it is read as markup, and no name becomes a link, a mention, a reference or a picture. A backslash keeps
 * GitHub from none of these, since it looks for them in the rendered text; it leaves code alone.
 */
import { formatNumber } from '../texts/numbers';
import {
  actionNumber,
  type PlanReport,
  type ReportNote,
  type ReportProcedure,
  type ReportStep,
} from './plan-report';
import { showPlainly } from './plan-report-text';

/** On one line, and what would break it in sight. */
function showOnLine(text: string): string {
  return showPlainly(text).replaceAll('\n', '\\x0a').replaceAll('\t', '\\x09');
}

/** A code span: its fence is longer than any run of backticks within. A blank beside a backtick or a blank is not shown. */
function writeSpan(line: string): string {
  const runs = new Set([...line.matchAll(/`+/g)].map(([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = '`'.repeat(length);
  const isPadded = /^`|`$/.test(line) || (/^ .* $/.test(line) && line.trim() !== '');
  return isPadded ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** A name as it was typed, which does nothing. */
function writeName(name: string): string {
  return name === '' ? '' : writeSpan(showOnLine(name));
}

/** Two spans side by side would be one. */
function joinParts(parts: readonly string[]): string {
  return parts.reduce((text, part) =>
    text.endsWith('`') && part.startsWith('`') ? `${text}<!-- -->${part}` : text + part,
  );
}

/**
 * In a cell of a table. Renderers don't agree whether a backslash before an escaped pipe takes the escape away, so a name
 * with both is two spans there, with a comment between.
 */
function writeNameInCell(name: string): string {
  return joinParts(name.split(/(?<=\\)(?=\|)/).map((part) => writeName(part).replaceAll('|', '\\|')));
}

function escapeMarkup(text: string): string {
  return text.replace(/[\\`*_{}[\]|<>~&]/g, (c) =>
    c === '<' ? '&lt;' : c === '>' ? '&gt;' : c === '&' ? '&amp;' : `\\${c}`,
  );
}

/** What GitHub makes something of: mentions, references, addresses, formulas, `:emoji:` and names of commits. */
const LIVELY = /[@#$]|:\/\/|www\.|:[\w+-]+:|[0-9a-f]{7}|\bgh-\d/i;

function escapeWords(text: string, write: (word: string) => string): string {
  return showOnLine(text)
    .split(/( +)/)
    .map((word) => {
      const [, opening = '', core = '', closing = ''] = /^([("]*)(.*?)([,.;:)"]*)$/u.exec(word) ?? [];
      if (!LIVELY.test(word)) return escapeMarkup(word);
      return `${escapeMarkup(opening)}${write(core)}${escapeMarkup(closing)}`;
    })
    .join('');
}

/** What would make something of a line where it begins. */
function escapeBeginning(line: string): string {
  return line
    .replace(/^ /, '&#32;')
    .replace(/^[-=+]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** A sentence on one line, in a paragraph or a list, which shows as itself and does nothing. */
export function escapeMarkdown(text: string): string {
  return escapeBeginning(escapeWords(text, writeName));
}

/** The same for a cell of a table. */
function escapeInCell(text: string): string {
  return escapeWords(text, writeNameInCell);
}

/** How a text of the catalog is written, with names and values filled in. */
type Prose = (text: string) => string;

/** What stands in backticks stays code, and everything else shows as itself. */
function renderProse(text: string): string {
  const parts = text.replace(/\s*\n\s*/g, ' ').split(/`([^`]+)`/);
  return escapeBeginning(
    joinParts(parts.map((part, i) => (i % 2 === 1 ? writeName(part) : escapeWords(part, writeName)))),
  );
}

/** Where something in the catalog comes from: addresses stay links. */
function renderSource(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>|`]*[^\s<>|`.,;:)])/)
    .map((part, i) => (i % 2 === 1 ? `<${part}>` : escapeWords(part, writeName)))
    .join('');
}

/** A fenced block whose fence is longer than any run of backticks within. A lone carriage return would end a line. */
function fence(command: string): string[] {
  const code = showPlainly(command);
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return [`${mark}sh`, code, mark];
}

function renderProcedure(
  { title, source, confidence, dependsOn, actions }: ReportProcedure,
  step: ReportStep,
  prose: Prose,
): string[] {
  const lines = ['', `**${escapeMarkdown(title)}**`];
  if (dependsOn.length > 0)
    lines.push('', `Only if the answer says so: ${escapeMarkdown(dependsOn.join(' '))}`);
  const origin = [source, confidence].filter((part) => part !== undefined && part !== '');
  if (origin.length > 0) lines.push('', `(${renderSource(origin.join('; '))})`);
  for (const [i, action] of actions.entries()) {
    const number = actionNumber(step.number, step, i) ?? `(${i + 1})`;
    lines.push('', `- [ ] **${number}** ${prose(action.title)}`);
    if (action.detail !== undefined) lines.push('', `  ${prose(action.detail)}`);
    if (action.command !== undefined) {
      lines.push(
        '',
        ...fence(action.command.text).flatMap((block) => block.split('\n').map((line) => `  ${line}`)),
      );
    }
    for (const line of action.fillIn) lines.push('', `  Fill in ${prose(line)}`);
    if (action.verify !== undefined) lines.push('', `  Verify: ${prose(action.verify)}`);
    if (action.rollback !== undefined) lines.push('', `  Way back: ${prose(action.rollback)}`);
  }
  return lines;
}

function renderNote(note: ReportNote, prose: Prose): string[] {
  const when = note.when === undefined ? '' : `, ${note.when}`;
  const perhaps =
    note.dependsOn.length === 0 ? '' : `(depends on: ${escapeMarkdown(note.dependsOn.join(' '))})`;
  const source = [note.source, note.confidence].filter((part) => part !== '').join('; ');
  const parts = [
    `**${note.kind}${when}, ${escapeMarkdown(note.release)}**: ${prose(note.summary)}`,
    note.relation,
    perhaps,
    `(${renderSource(source)})`,
  ];
  return [
    `- ${parts.filter((part) => part !== '').join(' ')}`,
    ...note.actions.map((action, i) => `  ${i + 1}. ${prose(action)}`),
  ];
}

function renderStep(reported: ReportStep, prose: Prose): string[] {
  const { number, step, component, instances, reason, remarks, notes, builder, procedures } = reported;
  const times = instances === 1 ? '' : ` × ${formatNumber(instances)}`;
  const move = `${escapeMarkdown(step.from)} → ${escapeMarkdown(step.to)}`;
  return [
    '',
    `### ${number}. ${writeName(step.entry)} (${escapeMarkdown(component)}${times}): ${move}`,
    '',
    [reason, ...remarks].map(escapeMarkdown).join(' '),
    ...(notes.length === 0 ? [] : ['']),
    ...notes.flatMap((note) => renderNote(note, prose)),
    ...(builder === undefined ? [] : ['', `- [ ] **${number}.1** ${escapeMarkdown(builder)}`]),
    ...procedures.flatMap((procedure) => renderProcedure(procedure, reported, prose)),
  ];
}

function bullets(heading: string, items: readonly string[], write: Prose = escapeMarkdown): string[] {
  return items.length === 0 ? [] : ['', `**${heading}**`, '', ...items.map((item) => `- ${write(item)}`)];
}

function renderTable(steps: readonly ReportStep[]): string[] {
  if (steps.length === 0) return [];
  const rows = steps.map(({ number, step, component, instances, reason }) => [
    `${step.stage}`,
    `${number}`,
    writeNameInCell(step.entry),
    escapeInCell(instances === 1 ? component : `${component} × ${formatNumber(instances)}`),
    escapeInCell(step.from),
    escapeInCell(step.to),
    escapeInCell(reason),
  ]);
  return [
    '',
    '| Stage | Step | Entry | Component | From | To | Why |',
    '|---:|---:|---|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ];
}

export function renderMarkdown(report: PlanReport): string {
  const prose = report.keepsTicks ? escapeMarkdown : renderProse;
  const lines = [
    `# ${escapeMarkdown(report.title)}`,
    ...bullets('This plan was rejected by the verifier. Do not carry it out.', report.violations),
    '',
    report.summary.map(escapeMarkdown).join(' '),
    ...bullets('Because', report.causes),
    ...bullets('These block on their own as well', report.alsoBlocking, writeName),
    ...bullets('What would help, each on its own', report.unblock),
    ...bullets('What would help', report.noUnblock),
    ...bullets('Not answered yet', report.openFacts, prose),
    ...bullets('Works, but only partly', report.limits),
    ...renderTable(report.stages.flatMap((stage) => stage.steps)),
    ...report.stages.flatMap((stage) => [
      '',
      `## Stage ${stage.number}: ${escapeMarkdown(stage.title)}`,
      ...stage.steps.flatMap((step) => renderStep(step, prose)),
      ...bullets(`After stage ${stage.number}`, stage.back),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
