/** What does each command do? Thin: reads its inputs, asks the engine, writes the answer. */
import {
  type Catalog,
  findFurthestBehind,
  goingBack,
  INVENTORY_FORMAT,
  type Inventory,
  parseInventory,
  planUpgrade,
  protocolsInUse,
  reach,
  tracePlan,
  verifyPlan,
} from '../engine';
import { serverEntryOf } from '../engine/compatibility/server-entry';
import { writeInventory } from '../formats/inventory-file';
import { renderCalendar } from '../formats/plan-calendar';
import { renderCsv } from '../formats/plan-csv';
import { writePlanFile } from '../formats/plan-file';
import { reportPlan } from '../formats/plan-report';
import { renderMarkdown } from '../formats/plan-report-markdown';
import { renderText, showPlainly } from '../formats/plan-report-text';
import { whyNoRunbook, writeRunbook } from '../formats/runbook/write-runbook';
import { writeTimelineSvg } from '../formats/timeline/write-svg';
import { describeVerification, describeViolations } from '../formats/wording/describe-plan';
import { describeNoRunbook } from '../formats/wording/describe-runbook';
import { formatCount } from '../formats/wording/names';
import { findProduct } from '../intake/find-product';
import type { IntakeFile } from '../intake/intake-file';
import { readFiles } from '../intake/read-files';
import { READERS, readerByHand } from '../intake/reader-list';
import { readWindow } from './change-window';
import { readColumns } from './columns-option';
import { describeIntake } from './describe-intake';
import { listProtocol } from './list-protocols';
import { listReached } from './list-reached';
import {
  type Call,
  describeUsage,
  readCall,
  readFormat,
  readGroup,
  readPairs,
  requireOption,
  type Values,
} from './options';
import { goalOptions, readGoal } from './read-goal';
import {
  closeFile,
  isShipped,
  type LoadedCatalog,
  loadCatalog,
  loadInventory,
  loadPlan,
  nameOf,
  UnusableCall,
} from './read-input';

const DEFAULT_PRODUCT = 'waypoint';

/** 0 ready or done, 1 blocked or rejected, 2 unusable input. */
export type ExitStatus = 0 | 1 | 2;

export interface Outcome {
  readonly status: ExitStatus;
  readonly stdout: string;
  readonly stderr: string;
}

function answer(status: ExitStatus, stdout: string, stderr = ''): Outcome {
  return { status, stdout, stderr };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function loadFleet({ values }: Call): Promise<LoadedCatalog & { readonly inventory: Inventory }> {
  const file = requireOption(values, 'inventory');
  const facts = readPairs('fact', values.fact);
  const loaded = await loadCatalog(requireOption(values, 'catalog'));
  return { ...loaded, inventory: await loadInventory(file, loaded.catalog, facts) };
}

/** Values for commands; refused where the catalog has no such parameter, or where one value cannot hold for all steps. */
function readParameters(values: Values, catalog: Catalog): Record<string, string> {
  const parameters = readPairs('parameter', values.parameter);
  const asked = Object.keys(catalog.parameters).filter((id) => catalog.parameters[id]?.perStep !== true);
  for (const id of Object.keys(parameters)) {
    if (asked.includes(id)) continue;
    const why = Object.hasOwn(catalog.parameters, id)
      ? 'is another one at each step, and has to be filled in there'
      : `is no parameter of this catalog. Known: ${asked.join(', ')}`;
    throw new UnusableCall([`--parameter ${id}: "${id}" ${why}.`]);
  }
  return parameters;
}

async function plan(call: Call): Promise<Outcome> {
  const { values } = call;
  const format = readFormat(values, ['text', 'markdown', 'csv', 'json', 'script', 'svg', 'calendar']);
  requireOption(values, 'target');
  for (const option of ['start', 'minutes'] as const) {
    if (format !== 'calendar' && values[option] !== undefined)
      throw new UnusableCall([`--${option} goes with --format calendar only.`]);
  }
  const { catalog, digest, inventory } = await loadFleet(call);
  const parameters = readParameters(values, catalog);
  const goal = readGoal(goalOptions(values), undefined, catalog, inventory);

  const made = planUpgrade(catalog, inventory, goal);
  const verification = verifyPlan(catalog, inventory, goal, made);
  const isRejected = made.status !== 'blocked' && !verification.ok;
  const status = made.status === 'blocked' || isRejected ? 1 : 0;
  const stderr = isRejected
    ? 'The verifier rejected this plan. Do not carry it out; please report it.\n'
    : '';
  if (format === 'json') {
    const { id, updated } = catalog;
    return answer(
      status,
      writePlanFile({ plan: made, goal, mark: { id, updated, digest }, inventory, parameters }),
      stderr,
    );
  }
  if (format === 'svg') {
    // What the verifier rejects is not shown.
    if (isRejected) return answer(status, '', stderr);
    const planned = {
      catalog,
      inventory,
      plan: made,
      states: tracePlan(catalog, inventory, made),
      back: goingBack(catalog, inventory, made),
    };
    return answer(status, writeTimelineSvg(planned, verification, { lanes: 'folded' }).svg, stderr);
  }
  if (format === 'script') {
    const mark = { id: catalog.id, updated: catalog.updated, digest };
    const input = { catalog, mark, inventory, goal, plan: made, verification, parameters };
    const none = whyNoRunbook(input);
    if (none === undefined) return answer(status, writeRunbook(input), stderr);
    const lines = describeNoRunbook(none, catalog).map(showPlainly);
    return answer(none.code === 'open-facts' ? 2 : status, '', `${stderr}${lines.join('\n')}\n`);
  }
  const report = reportPlan(catalog, inventory, goal, made, verification, parameters);
  if (format === 'calendar') {
    if (made.status !== 'ready' || isRejected) {
      const none = `There is nothing to put into a calendar. ${report.summary[0]}`;
      return answer(status, '', `${stderr}${[none, ...report.causes].map(showPlainly).join('\n')}\n`);
    }
    return answer(status, renderCalendar(report, readWindow(values, report.stages, Date.now())), stderr);
  }
  const render = { text: renderText, markdown: renderMarkdown, csv: renderCsv }[format];
  return answer(status, render(report), stderr);
}

async function verify(call: Call): Promise<Outcome> {
  const { values } = call;
  const file = requireOption(values, 'plan');
  const { catalog, digest, inventory } = await loadFleet(call);
  const stored = await loadPlan(file);
  const said = goalOptions(values);
  if (stored.goal === undefined && said.target === undefined) {
    throw new UnusableCall([`${file}: goal: the plan does not say its goal; give --target and the like.`]);
  }
  const origin = stored.goal === undefined ? undefined : { file, goal: stored.goal };
  const goal = readGoal(said, origin, catalog, inventory);
  const isOther = stored.catalog !== undefined && stored.catalog.id !== catalog.id;
  const hasChanged = stored.catalog?.digest !== undefined && stored.catalog.digest !== digest;
  const stderr =
    isOther || hasChanged
      ? `${file}: it was made with ${isOther ? 'another catalog' : 'another state of this catalog'}; it is verified with this one.\n`
      : '';
  const verification = verifyPlan(catalog, inventory, goal, stored.plan);
  if (verification.ok) return answer(0, `${showPlainly(describeVerification(verification))}\n`, stderr);
  const lines = describeViolations(verification.violations, stored.plan.steps).map(showPlainly);
  return answer(1, `Rejected: ${formatCount(lines.length, 'violation')}.\n${lines.join('\n')}\n`, stderr);
}

async function protocols(call: Call): Promise<Outcome> {
  const { values } = call;
  const format = readFormat(values, ['text', 'json']);
  const { catalog, inventory } = await loadFleet(call);
  const server = serverEntryOf(catalog, inventory);
  const standing = protocolsInUse(catalog, inventory).protocols.map((use) => {
    const { protocol: _, ...behind } = findFurthestBehind(catalog, server.version, use);
    return { ...use, behind };
  });
  if (format === 'json') return answer(0, toJson({ protocols: standing }));
  const entries = new Map(inventory.entries.map((entry) => [entry.name, entry]));
  const lines = standing.flatMap((protocol) => listProtocol(protocol, catalog, entries));
  return answer(0, `${lines.map(showPlainly).join('\n')}\n`);
}

async function findReach(call: Call): Promise<Outcome> {
  const { values } = call;
  const format = readFormat(values, ['text', 'json']);
  const { catalog, inventory } = await loadFleet(call);
  const server = serverEntryOf(catalog, inventory);
  const options = goalOptions(values);
  // What the goal wishes besides holds for every release; it is read as for the one that is there.
  const { target: _, ...goal } = readGoal(
    { ...options, target: server.version },
    undefined,
    catalog,
    inventory,
  );
  const releases = reach(catalog, inventory, goal);
  if (format === 'json') return answer(0, toJson({ releases }));
  if (releases.length === 0) return answer(0, `No release at or above ${server.version} is listed.\n`);
  return answer(0, `${listReached(releases, catalog).map(showPlainly).join('\n')}\n`);
}

async function inventory({ values, files }: Call): Promise<Outcome> {
  const format = readFormat(values, ['json', 'text']);
  const { reader } = values;
  if (reader !== undefined && !READERS.some(({ id }) => id === reader)) {
    const known = READERS.map(({ id }) => id).join(', ');
    throw new UnusableCall([`--reader ${reader}: there is none of this name. Known: ${known}.`]);
  }
  const group = readGroup(values);
  if (files.length === 0) throw new UnusableCall(['inventory needs a file to read. Try inventory --help.']);
  const closed: IntakeFile[] = [];
  for (const file of files) {
    const material = await closeFile(file, readerByHand(reader, values.columns));
    closed.push({ name: nameOf(file), material, reader });
  }
  const product = values.catalog ?? (await findProduct(closed));
  const isUsable = product !== undefined && (values.catalog !== undefined || isShipped(product));
  const { catalog } = await loadCatalog(isUsable ? product : DEFAULT_PRODUCT);
  const columns = values.columns === undefined ? undefined : readColumns(values.columns, catalog);
  const read = await readFiles(
    closed.map((file) => ({ ...file, columns })),
    catalog,
    { group, groupBy: values['group-by'] },
  ).catch((error) => {
    if (error instanceof UnusableCall) throw error;
    // Only a file that fails while it is read gets here.
    const detail = error instanceof Error ? error.message : String(error);
    throw new UnusableCall([`The files could not be read to their end: ${detail}. Nothing was taken.`]);
  });
  const lines = describeIntake(read);
  const { entries, name, facts = {}, unknownFields } = read;
  const made = {
    ...unknownFields,
    format: INVENTORY_FORMAT,
    product: catalog.id,
    ...(name !== undefined && { name }),
    facts,
    entries: [...entries],
  } satisfies Inventory;
  const checked = parseInventory(made, catalog);
  if (entries.length > 0 && !checked.ok) {
    lines.push(...checked.problems.map(({ path, message }) => `all files together: ${path}: ${message}`));
  }
  const stderr = lines.map((line) => `${showPlainly(line)}\n`).join('');
  // Something was read: that is a success, whatever was left out.
  if (entries.length === 0) return answer(2, '', stderr || 'Nothing was found in these files.\n');
  if (format === 'json') return answer(0, writeInventory(made), stderr);
  const rows = entries.map(
    ({ name: own, component, version, count }) =>
      `${own}  ${component}  ${version}${count === 1 ? '' : `  × ${count}`}`,
  );
  return answer(0, `${rows.map(showPlainly).join('\n')}\n`, stderr);
}

/** Carries out one call; whatever is wrong with it is in the outcome. */
export async function run(args: readonly string[]): Promise<Outcome> {
  try {
    const call = readCall(args);
    switch (call.command) {
      case 'help':
        return answer(0, describeUsage(call.topic));
      case 'plan':
        return await plan(call);
      case 'verify':
        return await verify(call);
      case 'protocols':
        return await protocols(call);
      case 'reach':
        return await findReach(call);
      case 'inventory':
        return await inventory(call);
    }
  } catch (error) {
    if (!(error instanceof UnusableCall)) throw error;
    return answer(2, '', `${error.lines.map(showPlainly).join('\n')}\n`);
  }
}
