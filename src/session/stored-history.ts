/**
 * How is the history of a plan written down, and what of it can be read again?
 *
 * Each state is written as what it differs by from the one nearer to the plan as it is. Of the rows only those that changed
 * are written: a list of rows is its beginning and its end in common with the nearer one, and places in between.
 */
import type { DraftRow, PlanInputs } from './inputs';
import { asFields, repairRest, repairRow } from './repair-stored';
import { type History, NO_HISTORY } from './store';
import { rowText } from './stored-row';

/** In characters. What lies farther back is left out. */
export const MOST_HISTORY = 1_000_000;

/** Rows of a list: as many of its beginning and of its end as the nearer list has them, and places of those in between. */
type Splice = readonly [beginning: number, end: number, places: readonly number[]];

/** Rows by their places: those of the plan as it is, then all that only states of its history have. */
class RowPlaces {
  readonly places = new Map<DraftRow, number>();
  readonly more: string[] = [];

  constructor(rows: readonly DraftRow[]) {
    for (const row of rows) this.places.set(row, this.places.size);
  }

  placeOf(row: DraftRow): number {
    const known = this.places.get(row);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(row, place);
    this.more.push(rowText(row));
    return place;
  }

  /** Forgets all but the first of those that only the history has. */
  keep(count: number): void {
    const removed = this.more.length - count;
    this.more.length = count;
    for (const row of [...this.places.keys()].slice(this.places.size - removed)) this.places.delete(row);
  }
}

function spliceOf(rows: readonly DraftRow[], nearer: readonly DraftRow[], pool: RowPlaces): Splice {
  const most = Math.min(rows.length, nearer.length);
  let beginning = 0;
  while (beginning < most && rows[beginning] === nearer[beginning]) beginning += 1;
  let end = 0;
  while (end < most - beginning && rows[rows.length - 1 - end] === nearer[nearer.length - 1 - end]) end += 1;
  const between = rows.slice(beginning, rows.length - end);
  return [beginning, end, between.map((row) => pool.placeOf(row))];
}

function writeStates(
  now: PlanInputs,
  states: readonly PlanInputs[],
  pool: RowPlaces,
  room: { left: number },
): string[] {
  const written: string[] = [];
  let nearer = now;
  for (const state of states.toReversed()) {
    const { rows, ...rest } = state;
    const changed = Object.entries(rest).filter(
      ([field, value]) => nearer[field as keyof PlanInputs] !== value,
    );
    const known = pool.more.length;
    const splice = rows === nearer.rows ? undefined : spliceOf(rows, nearer.rows, pool);
    const text = JSON.stringify({ ...Object.fromEntries(changed), ...(splice && { rows: splice }) });
    room.left -= pool.more.slice(known).reduce((sum, row) => sum + row.length + 1, text.length + 1);
    if (room.left < 0) {
      pool.keep(known);
      break;
    }
    written.push(text);
    nearer = state;
  }
  return written;
}

/** JSON on one line. */
export function writeHistory(now: PlanInputs, { past, future }: History): string {
  const pool = new RowPlaces(now.rows);
  const room = { left: MOST_HISTORY };
  const back = writeStates(now, past, pool, room);
  const forth = writeStates(now, future, pool, room);
  return `{"rows":[${pool.more.join()}],"past":[${back.join()}],"future":[${forth.join()}]}`;
}

function readSplice(
  splice: unknown,
  nearer: readonly DraftRow[],
  known: readonly (DraftRow | undefined)[],
): readonly DraftRow[] | undefined {
  if (splice === undefined) return nearer;
  if (!Array.isArray(splice)) return undefined;
  const [beginning, end, places] = splice;
  const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
  if (!isCount(beginning) || !isCount(end) || beginning + end > nearer.length || !Array.isArray(places))
    return undefined;
  const between = places.map((place: unknown) => (isCount(place) ? known[place] : undefined));
  if (between.includes(undefined)) return undefined;
  return nearer.slice(0, beginning).concat(between as DraftRow[], nearer.slice(nearer.length - end));
}

/** What did not change is to stay the very same. */
function pick(fields: Partial<PlanInputs>, names: readonly string[]): Partial<PlanInputs> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}

/** Up to the first state that cannot be read: those behind it are written by what they differ from it. */
function readStates(
  now: PlanInputs,
  written: unknown,
  known: readonly (DraftRow | undefined)[],
): PlanInputs[] {
  const states: PlanInputs[] = [];
  let nearer = now;
  for (const state of Array.isArray(written) ? written : []) {
    const { rows: splice, ...changed } = asFields(state);
    const rows = readSplice(splice, nearer.rows, known);
    if (rows === undefined) break;
    const isRepaired = Object.keys(changed).length > 0;
    const repaired = isRepaired ? repairRest({ ...nearer, ...changed }, rows) : {};
    nearer = { ...nearer, ...pick(repaired, Object.keys(changed)), rows };
    states.push(nearer);
  }
  return states.reverse();
}

/** Takes anything, and never throws. */
export function readHistory(now: PlanInputs, text: string): History {
  try {
    const written = asFields(JSON.parse(text));
    const more = Array.isArray(written.rows) ? written.rows : [];
    // The same row stands there as often as it was edited.
    const known = [...now.rows, ...more.map((row) => repairRow(row, new Set()))];
    return { past: readStates(now, written.past, known), future: readStates(now, written.future, known) };
  } catch {
    return NO_HISTORY;
  }
}
