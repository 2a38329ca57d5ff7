/**
 * How are all plans written to one file, and what of a file can be read again?
 *
 * `causeway/plans@1` (docs/formats.md) holds what was typed, right or not yet right. Whatever a file says either arrives or
 * is a problem that names its place; nothing is dropped in silence, and nothing throws.
 */
import { formatPath, type Problem } from '../engine/model/problem';
import * as texts from '../texts/plan-files';
import { createRowId, type DraftRow, type PlanInputs, ROW_FIELDS } from './inputs';
import { asFields, repairRest, repairRow } from './repair-stored';

export const PLANS_FORMAT = 'causeway/plans@1';

type Place = readonly (string | number)[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function leaveOutEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== '' &&
        value !== undefined &&
        !(typeof value === 'object' && value !== null && Object.keys(value).length === 0),
    ),
  );
}

function writeRow({ id, ...row }: DraftRow, target: string | undefined): Record<string, unknown> {
  return leaveOutEmpty({ ...row, target });
}

function writePlan({ planName, catalogId, inventoryName, goal, rows, ...others }: PlanInputs) {
  const { entries, ...goalFields } = goal;
  return {
    ...leaveOutEmpty({
      name: planName,
      product: catalogId,
      inventory: inventoryName,
      ...others,
      goal: goalFields,
    }),
    rows: rows.map((row) => writeRow(row, entries[row.id])),
  };
}

/** JSON, a line for each field; the same plans give the same bytes. */
export function writePlansFile(plans: readonly PlanInputs[]): string {
  return `${JSON.stringify({ format: PLANS_FORMAT, plans: plans.map(writePlan) }, null, 2)}\n`;
}

class Problems {
  readonly found: Problem[] = [];

  add(place: Place, value: unknown, message: string): void {
    const told = JSON.stringify(value) ?? 'nothing';
    const shown = told.length > 60 ? `${told.slice(0, 60)}…` : told;
    this.found.push({ code: 'left-out', path: formatPath(place), message: texts.found(shown, message) });
  }
}

/** A cell holds text; what is none is kept as text all the same. */
function cellOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function readRow(
  value: unknown,
  place: Place,
  problems: Problems,
): { row: DraftRow; target: string } | undefined {
  if (!isObject(value)) {
    problems.add(place, value, 'a row is an object with cells. It was left out.');
    return undefined;
  }
  const { target, more, ...fields } = value;
  const cells = ROW_FIELDS.flatMap((field) =>
    Object.hasOwn(fields, field) ? [[field, cellOf(fields[field])]] : [],
  );
  const others = Object.entries(fields).filter(
    ([field]) => !(ROW_FIELDS as readonly string[]).includes(field),
  );
  if (more !== undefined && !isObject(more))
    problems.add([...place, 'more'], more, 'expected an object. It was left out.');
  const row = repairRow(
    { ...Object.fromEntries(cells), more: { ...Object.fromEntries(others), ...asFields(more) } },
    new Set(),
  );
  if (row === undefined) return undefined;
  for (const [field, text] of cells) {
    if (row[field as keyof DraftRow] !== text)
      problems.add([...place, field ?? ''], text, 'it is too long, and was cut.');
  }
  return { row: { ...row, id: createRowId() }, target: target === undefined ? '' : cellOf(target) };
}

/** Names what of an object did not arrive as it stood there. */
function compare(stood: Record<string, unknown>, arrived: object, place: Place, problems: Problems): void {
  for (const [field, value] of Object.entries(stood)) {
    const now = Object.hasOwn(arrived, field) ? (arrived as Record<string, unknown>)[field] : undefined;
    if (isObject(value) && isObject(now)) compare(value, now, [...place, field], problems);
    else if (JSON.stringify(now) !== JSON.stringify(value))
      problems.add([...place, field], value, 'it is not what is expected here, and was left out.');
  }
}

function readPlan(value: unknown, place: Place, problems: Problems): PlanInputs | undefined {
  if (!isObject(value)) {
    problems.add(place, value, 'a plan is an object with rows. It was left out.');
    return undefined;
  }
  const { rows: stored, ...rest } = value;
  if (stored !== undefined && !Array.isArray(stored)) {
    problems.add([...place, 'rows'], stored, 'expected a list of rows. It was left out.');
  }
  const read = (Array.isArray(stored) ? stored : []).flatMap(
    (row: unknown, i) => readRow(row, [...place, 'rows', i], problems) ?? [],
  );
  const rows = read.map(({ row }) => row);
  const entries = Object.fromEntries(
    read.flatMap(({ row, target }) => (target === '' ? [] : [[row.id, target]])),
  );
  const { name, product, inventory, goal, ...others } = rest;
  const fields = {
    ...others,
    planName: name,
    catalogId: product,
    inventoryName: inventory,
    goal: { ...asFields(goal), entries },
  };
  const plan: PlanInputs = { ...repairRest(fields, rows), rows };
  const { planName, catalogId, inventoryName, goal: goalNow, rows: _, ...othersNow } = plan;
  const { entries: __, ...goalFields } = goalNow;
  compare(
    rest,
    { name: planName, product: catalogId, inventory: inventoryName, ...othersNow, goal: goalFields },
    place,
    problems,
  );
  return plan;
}

export interface ReadPlans {
  readonly plans: readonly PlanInputs[];
  readonly problems: readonly Problem[];
}

/** Takes parsed JSON; every problem names its place, `plans[1].rows[3].count` for a cell. */
export function readPlansFile(json: unknown): ReadPlans {
  const { format, plans: stored, ...others } = asFields(json);
  const problems = new Problems();
  if (!Array.isArray(stored)) problems.add(['plans'], stored, 'expected a list of plans.');
  for (const [field, value] of Object.entries(others)) {
    problems.add([field], value, 'it is not known here, and was left out.');
  }
  if (format !== undefined && format !== PLANS_FORMAT) {
    problems.add(['format'], format, `expected "${PLANS_FORMAT}". The rest was read as that.`);
  }
  const plans = (Array.isArray(stored) ? stored : []).flatMap(
    (plan: unknown, i) => readPlan(plan, ['plans', i], problems) ?? [],
  );
  return { plans, problems: problems.found };
}
