/** What does each command do? Thin: reads its inputs, asks the engine, writes the answer. */
import {
  type Goal,
  INVENTORY_FORMAT,
  type Inventory,
  PLAN_FORMAT,
  type Plan,
  parseInventory,
  planUpgrade,
  protocolsInUse,
  verifyPlan,
} from '../engine';
import { writeInventory } from '../formats/inventory-file';
import { reportPlan } from '../formats/plan-report';
import { renderMarkdown } from '../formats/plan-report-markdown';
import { renderText, showPlainly } from '../formats/plan-report-text';
import { describeVerification } from '../formats/wording/describe-plan';
import { formatCount, formatRange, protocolName } from '../formats/wording/names';
import { parseJsonText } from '../intake/parse-json-text';
import { readInventoryFile } from '../intake/read-inventory-file';
import { type Call, readCall, readFormat, readPairs, requireOption, USAGE } from './options';
import { goalOptions, readGoal } from './read-goal';
import { isShipped, loadCatalog, loadInventory, loadJson, readText, UnusableCall } from './read-input';

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

function plan({ values }: Call): Outcome {
  const { catalog, digest } = loadCatalog(requireOption(values, 'catalog'));
  const facts = readPairs('fact', values.fact);
  const inventory = loadInventory(requireOption(values, 'inventory'), catalog, facts);
  requireOption(values, 'target');
  const format = readFormat(values, ['text', 'markdown', 'json']);
  const goal = readGoal(goalOptions(values), catalog, inventory, 'options');

  const made = planUpgrade(catalog, inventory, goal);
  const verification = verifyPlan(catalog, inventory, goal, made);
  const isRejected = made.status !== 'blocked' && !verification.ok;
  const status = made.status === 'blocked' || isRejected ? 1 : 0;
  const stderr = isRejected
    ? 'The verifier rejected this plan. Do not carry it out; please report it.\n'
    : '';
  if (format === 'json') {
    const { id, updated } = catalog;
    return answer(status, toJson({ ...made, goal, catalog: { id, updated, digest } }), stderr);
  }
  const report = reportPlan(catalog, inventory, goal, made, verification);
  return answer(status, format === 'markdown' ? renderMarkdown(report) : renderText(report), stderr);
}

function verify({ values }: Call): Outcome {
  const { catalog } = loadCatalog(requireOption(values, 'catalog'));
  const facts = readPairs('fact', values.fact);
  const inventory = loadInventory(requireOption(values, 'inventory'), catalog, facts);
  const file = requireOption(values, 'plan');
  const json = loadJson(file);
  if (typeof json !== 'object' || json === null || (json as Partial<Plan>).format !== PLAN_FORMAT) {
    throw new UnusableCall([`${file}: format: expected a plan, "format": "${PLAN_FORMAT}".`]);
  }
  const said = goalOptions(values);
  const stored = (json as { goal?: Goal }).goal;
  if (stored === undefined && said.target === undefined) {
    throw new UnusableCall([`${file}: goal: the plan does not say its goal; give --target and the like.`]);
  }
  const origin = stored === undefined ? 'options' : `${file}: goal`;
  const goal = readGoal({ ...stored, ...said }, catalog, inventory, origin);
  const verification = verifyPlan(catalog, inventory, goal, json as Plan);
  if (verification.ok) return answer(0, `${describeVerification(verification)}\n`);
  const lines = verification.violations.map(({ rule, step, message }) => {
    const where = step === null ? '' : `, step ${step + 1}`;
    return showPlainly(`Rule ${rule}${where}: ${message}`);
  });
  return answer(1, `Rejected: ${formatCount(lines.length, 'violation')}.\n${lines.join('\n')}\n`);
}

function protocols({ values }: Call): Outcome {
  const { catalog } = loadCatalog(requireOption(values, 'catalog'));
  const facts = readPairs('fact', values.fact);
  const inventory = loadInventory(requireOption(values, 'inventory'), catalog, facts);
  const use = protocolsInUse(catalog, inventory);
  if (readFormat(values, ['text', 'json']) === 'json') return answer(0, toJson(use));
  const lines = use.protocols.flatMap(({ protocol, server, spoken, negotiated, clashing }) => [
    `${protocolName(catalog, protocol)}: the server speaks ${server === null ? 'nothing that is known' : formatRange(server)}`,
    ...spoken.map(
      ({ range, entries, instances }) =>
        `  speaks ${range === null ? '?' : formatRange(range)}  ${formatCount(instances, 'instance')}  ${entries.join(', ')}`,
    ),
    ...negotiated.map(
      ({ version, entries, instances }) =>
        `  uses ${version}  ${formatCount(instances, 'instance')}  ${entries.join(', ')}`,
    ),
    ...clashing.map(
      ({ entry, instances }) => `  does not get through: ${entry}, ${formatCount(instances, 'instance')}`,
    ),
  ]);
  return answer(0, `${lines.map(showPlainly).join('\n')}\n`);
}

/** The product that the first of the files says it is of, where it is one that is shipped. */
function productOf(files: readonly string[]): string | undefined {
  const [first] = files;
  const parsed = first === undefined || first === '-' ? undefined : parseJsonText(readText(first));
  const product = parsed?.ok === true ? (parsed.value as { product?: unknown } | null)?.product : undefined;
  return typeof product === 'string' && isShipped(product) ? product : undefined;
}

async function inventory({ values, files }: Call): Promise<Outcome> {
  if (files.length === 0) throw new UnusableCall(['inventory needs a file to read. Try --help.']);
  const { catalog } = loadCatalog(values.catalog ?? productOf(files) ?? DEFAULT_PRODUCT);
  const format = readFormat(values, ['json', 'text']);
  const problems: string[] = [];
  const merged: { name?: string; facts: Inventory['facts']; entries: Inventory['entries'] } = {
    facts: {},
    entries: [],
  };
  const taken = new Set<string>();
  for (const file of files) {
    const result = await readInventoryFile(readText(file), catalog);
    for (const { line, column, path, message } of result.problems) {
      const place = [line, column].filter((number) => number !== undefined).join(':') || path;
      problems.push(`${file}: ${place === undefined ? '' : `${place}: `}${message}`);
    }
    if (result.name !== undefined) merged.name ??= result.name;
    Object.assign(merged.facts, result.facts);
    for (const entry of result.entries) {
      if (taken.has(entry.name)) {
        problems.push(
          `${file}: ${entry.name}: an earlier file has an entry of this name; this one is left out.`,
        );
        continue;
      }
      taken.add(entry.name);
      merged.entries.push(entry);
    }
  }
  const whole = { format: INVENTORY_FORMAT, product: catalog.id, ...merged } satisfies Inventory;
  const checked = parseInventory(whole, catalog);
  if (!checked.ok) problems.push(...checked.problems.map(({ path, message }) => `${path}: ${message}`));
  const stderr = problems.map((problem) => `${showPlainly(problem)}\n`).join('');
  // Something was read: that is a success, whatever was left out.
  if (merged.entries.length === 0) return answer(2, '', stderr || 'Nothing was found in these files.\n');
  if (format === 'json') return answer(0, writeInventory(whole), stderr);
  const lines = merged.entries.map(
    ({ name, component, version, count }) =>
      `${name}  ${component}  ${version}${count === 1 ? '' : `  × ${count}`}`,
  );
  return answer(0, `${lines.map(showPlainly).join('\n')}\n`, stderr);
}

/** Carries out one call; whatever is wrong with it is in the outcome. */
export async function run(args: readonly string[]): Promise<Outcome> {
  try {
    const call = readCall(args);
    switch (call.command) {
      case 'help':
        return answer(0, USAGE);
      case 'plan':
        return plan(call);
      case 'verify':
        return verify(call);
      case 'protocols':
        return protocols(call);
      case 'inventory':
        return await inventory(call);
    }
  } catch (error) {
    if (!(error instanceof UnusableCall)) throw error;
    return answer(2, '', `${error.lines.map(showPlainly).join('\n')}\n`);
  }
}
