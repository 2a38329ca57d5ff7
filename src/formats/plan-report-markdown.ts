/** A plan report for a ticket or a pull request: Markdown as GitHub renders it. Nothing in it is read as markup. */
import type { PlanReport, ReportNote, ReportProcedure, ReportStep } from './plan-report';
import { showPlainly } from './plan-report-text';

/** Text that shows as itself, in a paragraph, a list or a table cell. */
export function escapeMarkdown(text: string): string {
  return showPlainly(text.replace(/\s*[\r\n]+\s*/g, ' '))
    .replace(/[\\`*_{}[\]()#+!|<>~@&$]/g, (c) =>
      c === '<' ? '&lt;' : c === '>' ? '&gt;' : c === '&' ? '&amp;' : `\\${c}`,
    )
    .replace(/^(\s*)([-=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Prose of a catalog: what stands in backticks stays code, and everything else shows as itself. */
function renderProse(text: string): string {
  return text
    .split(/`([^`\r\n]+)`/)
    .map((part, i) => (i % 2 === 1 ? `\`${showPlainly(part)}\`` : escapeMarkdown(part)))
    .join('');
}

/** A fenced block whose fence is longer than any run of backticks within. A lone carriage return would end a line. */
function fence(command: string): string[] {
  const code = showPlainly(command);
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return [`${mark}sh`, code, mark];
}

function renderProcedure({ title, source, confidence, dependsOn, actions }: ReportProcedure): string[] {
  const lines = ['', `**${escapeMarkdown(title)}**`];
  if (dependsOn.length > 0)
    lines.push('', `Only if the answer says so: ${escapeMarkdown(dependsOn.join(' '))}`);
  const origin = [source, confidence].filter((part) => part !== undefined && part !== '');
  if (origin.length > 0) lines.push('', `(${renderProse(origin.join('; '))})`);
  for (const action of actions) {
    lines.push('', `- [ ] ${renderProse(action.title)}`);
    if (action.detail !== undefined) lines.push('', `  ${renderProse(action.detail)}`);
    if (action.command !== undefined) {
      lines.push(
        '',
        ...fence(action.command.text).flatMap((block) => block.split('\n').map((line) => `  ${line}`)),
      );
    }
    for (const line of action.fillIn) lines.push('', `  Fill in ${renderProse(line)}`);
    if (action.verify !== undefined) lines.push('', `  Verify: ${renderProse(action.verify)}`);
    if (action.rollback !== undefined) lines.push('', `  Way back: ${renderProse(action.rollback)}`);
  }
  return lines;
}

function renderNote(note: ReportNote): string[] {
  const when = note.when === undefined ? '' : `, ${note.when}`;
  const perhaps =
    note.dependsOn.length === 0 ? '' : `(depends on: ${escapeMarkdown(note.dependsOn.join(' '))})`;
  const source = [note.source, note.confidence].filter((part) => part !== '').join('; ');
  const parts = [
    `**${note.kind}${when}, ${escapeMarkdown(note.release)}**: ${renderProse(note.summary)}`,
    note.relation,
    perhaps,
    `(${escapeMarkdown(source)})`,
  ];
  return [
    `- ${parts.filter((part) => part !== '').join(' ')}`,
    ...note.actions.map((action, i) => `  ${i + 1}. ${renderProse(action)}`),
  ];
}

function renderStep({
  step,
  component,
  instances,
  reason,
  remarks,
  notes,
  procedures,
}: ReportStep): string[] {
  const times = instances === 1 ? '' : ` × ${instances}`;
  const head = `${escapeMarkdown(step.entry)} (${escapeMarkdown(component)}${times}): ${escapeMarkdown(step.from)} → ${escapeMarkdown(step.to)}`;
  return [
    '',
    `### ${head}`,
    '',
    [reason, ...remarks].map(escapeMarkdown).join(' '),
    ...(notes.length === 0 ? [] : ['']),
    ...notes.flatMap(renderNote),
    ...procedures.flatMap(renderProcedure),
  ];
}

function bullets(heading: string, items: readonly string[]): string[] {
  return items.length === 0
    ? []
    : ['', `**${heading}**`, '', ...items.map((item) => `- ${escapeMarkdown(item)}`)];
}

export function renderMarkdown(report: PlanReport): string {
  const steps = report.stages.flatMap((stage) => stage.steps);
  const table = [
    '',
    '| Stage | Entry | Component | From | To | Why |',
    '|---:|---|---|---|---|---|',
    ...steps.map(({ step, component, instances, reason }) => {
      const cells = [
        step.entry,
        instances === 1 ? component : `${component} × ${instances}`,
        step.from,
        step.to,
        reason,
      ];
      return `| ${step.stage} | ${cells.map(escapeMarkdown).join(' | ')} |`;
    }),
  ];
  const lines = [
    `# ${escapeMarkdown(report.title)}`,
    ...bullets('This plan was rejected by the verifier. Do not carry it out.', report.violations),
    '',
    report.summary.map(escapeMarkdown).join(' '),
    ...bullets('Because', report.causes),
    ...bullets('These block on their own as well', report.alsoBlocking),
    ...bullets('What would help, each on its own', report.unblock),
    ...bullets('Not answered yet', report.openFacts),
    ...bullets('Works, but only partly', report.limits),
    ...(steps.length === 0 ? [] : table),
    ...report.stages.flatMap((stage) => [
      '',
      `## Stage ${stage.number}: ${escapeMarkdown(stage.title)}`,
      ...stage.steps.flatMap(renderStep),
      ...bullets(`After stage ${stage.number}`, stage.back),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
