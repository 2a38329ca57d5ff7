/**
 * What do the inputs say, and what is wrong with them, cell by cell?
 *
 * The cells are read one by one first, so that one bad cell does not hide what is wrong with another; then the engine
 * parses the whole. Rows in which nothing was typed yet are not there.
 */
import type { Catalog } from '../engine/model/catalog';
import { type Entry, INVENTORY_FORMAT, type Inventory } from '../engine/model/inventory';
import type { Parsed, Problem } from '../engine/model/problem';
import { joinInventory, parseEntry } from '../engine/parsing/parse-inventory';
import { type CellProblem, isRowRead, readRowOnce } from './draft-entry';
import { type DraftRow, isBlankRow, ROW_FIELDS, type RowField, type SessionInputs } from './inputs';

/** An inventory, and the rows that its entries come from, in their order. */
export interface DraftInventory {
  readonly inventory: Inventory;
  readonly rowIds: readonly string[];
}

export interface ReadDraft {
  /** There only where nothing at all is wrong. */
  readonly whole: DraftInventory | undefined;
  /** The rows in which nothing is wrong, where they make an inventory: good for a look at them, not for a plan. */
  readonly sound: DraftInventory | undefined;
  /** By row id. */
  readonly rowProblems: ReadonlyMap<string, readonly CellProblem[]>;
  /** What is wrong with the inventory as a whole, or with an answer. */
  readonly otherProblems: readonly Problem[];
}

const CELLS: ReadonlySet<string> = new Set(ROW_FIELDS);

// A row that stays the same is read as the same entry.
const parsedEntries = new WeakMap<object, Parsed<Entry>>();

/** The entry that a row was read as, as the engine reads it alone. */
function parseEntryOnce(entry: Readonly<Record<string, unknown>>): Parsed<Entry> {
  let parsed = parsedEntries.get(entry);
  if (parsed === undefined) {
    parsed = parseEntry(entry);
    parsedEntries.set(entry, parsed);
  }
  return parsed;
}

/**
 * Reads rows that have not been read yet, at least one, for about so many milliseconds. Whether there is none left: what
 * `readDraft` makes of them takes a fraction of the time then.
 */
export function readAhead(rows: readonly DraftRow[], ms: number): boolean {
  const end = performance.now() + ms;
  for (const row of rows) {
    if (isRowRead(row)) continue;
    const { entry } = readRowOnce(row);
    if (entry !== undefined) parseEntryOnce(entry);
    if (performance.now() > end) return false;
  }
  return true;
}

/** The cell of a problem at `labels.zone`; of what has no cell, the name. */
function fieldAt(path: string): RowField {
  const [field = ''] = /^\w+/.exec(path) ?? [];
  return CELLS.has(field) ? (field as RowField) : 'name';
}

export function readDraft(
  inputs: Pick<SessionInputs, 'rows' | 'facts' | 'inventoryName'>,
  catalog: Catalog,
): ReadDraft {
  const rowProblems = new Map<string, CellProblem[]>();
  const otherProblems: Problem[] = [];
  const add = (id: string, problem: CellProblem) => {
    const known = rowProblems.get(id);
    if (known === undefined) rowProblems.set(id, [problem]);
    else known.push(problem);
  };
  const addFound = (id: string, { path, code, message }: Problem) => {
    const field = fieldAt(path);
    const isStandIn = rowProblems.get(id)?.some((known) => known.field === field);
    if (isStandIn !== true) add(id, { field, code, message });
  };

  const kept: { row: DraftRow; number: number }[] = [];
  const entries: Entry[] = [];
  let isServerLeftOut = false;
  for (const [i, row] of inputs.rows.entries()) {
    if (isBlankRow(row)) continue;
    const { entry, problems } = readRowOnce(row);
    for (const problem of problems) add(row.id, problem);
    if (entry === undefined) {
      const component = Object.hasOwn(catalog.components, row.component) ? row.component : '';
      if (component === '' || catalog.components[component]?.role === 'server') isServerLeftOut = true;
      continue;
    }
    const parsed = parseEntryOnce(entry);
    if (!parsed.ok) {
      for (const problem of parsed.problems) addFound(row.id, problem);
      continue;
    }
    kept.push({ row, number: i + 1 });
    entries.push(parsed.value);
  }

  const name = inputs.inventoryName.trim();
  const head = {
    format: INVENTORY_FORMAT,
    product: catalog.id,
    ...(name !== '' && { name }),
    facts: inputs.facts,
  };
  const parse = (wanted: readonly Entry[]) => joinInventory(head, wanted, catalog);
  const parsed = parse(entries);
  if (!parsed.ok) {
    for (const problem of parsed.problems) {
      const [, index, rest = ''] = /^entries\[(\d+)\]\.?(.*)$/s.exec(problem.path) ?? [];
      const at = index === undefined ? undefined : kept[Number(index)];
      const message = problem.message.replace(/entries\[(\d+)\]/g, (all, other) => {
        const found = kept[Number(other)];
        return found === undefined ? all : `row ${found.number}`;
      });
      if (at === undefined) {
        if (problem.code === 'no-server' && isServerLeftOut) continue;
        otherProblems.push({ ...problem, message });
      } else {
        addFound(at.row.id, { path: rest, code: problem.code, message });
      }
    }
  }
  const isWhole = parsed.ok && rowProblems.size === 0;
  const whole = isWhole ? { inventory: parsed.value, rowIds: kept.map(({ row }) => row.id) } : undefined;
  return { whole, sound: whole ?? keepSound(), rowProblems, otherProblems };

  function keepSound(): DraftInventory | undefined {
    const indices = [...kept.keys()].filter((i) => !rowProblems.has(kept[i]?.row.id ?? ''));
    const sound = parse(indices.flatMap((i) => entries[i] ?? []));
    return sound.ok
      ? { inventory: sound.value, rowIds: indices.map((i) => kept[i]?.row.id ?? '') }
      : undefined;
  }
}

/** The goal as the engine reads it: exact targets by name instead of by row. */
export function readGoal(inputs: Pick<SessionInputs, 'rows' | 'goal'>) {
  const { goal, rows } = inputs;
  // Rows are many, and exact targets few.
  const names = new Map<string, string>();
  if (Object.keys(goal.entries).length > 0) {
    for (const { id, name } of rows) if (Object.hasOwn(goal.entries, id)) names.set(id, name.trim());
  }
  const entries = Object.entries(goal.entries).flatMap(([id, version]) => {
    const name = names.get(id);
    return name === undefined || version.trim() === '' ? [] : [[name, version.trim()] as const];
  });
  return {
    consumers: goal.consumers,
    allowSkips: goal.allowSkips,
    prereleases: goal.prereleases,
    entries: Object.fromEntries(entries),
    ...(goal.disruption.length > 0 && { disruption: goal.disruption }),
    ...(goal.target !== '' && { target: goal.target }),
  };
}
