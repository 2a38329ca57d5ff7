/**
 * What does a link hold?
 *
 * Everything that makes a plan, and the plan that came of it: so that whoever opens the link later sees the same one, or
 * what has changed. Written as arrays, since every character counts in an address; the names of fields are in
 * docs/formats.md.
 */
import {
  type Entry,
  type Goal,
  INVENTORY_FORMAT,
  type Inventory,
  type ParsedGoal,
  type Plan,
  type Step,
} from '../../engine/model';
import type { Parameters } from '../placeholder-values';
import type { CatalogMark } from '../plan-file';
import { type DoneStep, readProgress } from '../plan-progress';
import { listNotRead, readWire, type Wire } from './link-wire';

/** How the plan was looked at, as far as that is the plan's and not the reader's. */
export interface LinkedView {
  readonly lanes: 'folded' | 'each';
}

export type LinkedStep = Pick<Step, 'entry' | 'to' | 'stage'>;

export interface LinkContent {
  readonly catalog: CatalogMark;
  /** As an inventory file has it, for parseInventory: the catalog may have changed since. */
  readonly inventory: {
    readonly format: typeof INVENTORY_FORMAT;
    readonly product: string;
    readonly name?: string;
    readonly facts: Inventory['facts'];
    readonly entries: readonly Entry[];
  };
  /** As it is asked for, for parseGoal. */
  readonly goal: Goal;
  /** Values for commands, by parameter. */
  readonly parameters: Parameters;
  readonly view: LinkedView;
  /** The catalog file, where it is one's own and small. */
  readonly ownCatalog: string | undefined;
  /** What came of it when the link was made. */
  readonly plan: { readonly status: Plan['status']; readonly steps: readonly LinkedStep[] };
  /** The steps of it that were done by then. */
  readonly progress: readonly DoneStep[];
  /** Places of what stands in it besides, which nothing here knows the meaning of: `g.x`. */
  readonly notRead: readonly string[];
}

/** Leaves out what is not said, so that equal contents are equal texts. */
function said<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

function orUndefined<T extends object>(record: T): T | undefined {
  return Object.keys(record).length === 0 ? undefined : record;
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function writeEntry(entry: Entry): Wire['e'][number] {
  const { name, component, version, count, protocols = {}, pinned, source, labels = {} } = entry;
  const more = orUndefined(
    said({ a: orUndefined(sorted(protocols)), p: pinned, s: source, l: orUndefined(sorted(labels)) }),
  );
  const cells = [name, component, version, count] as const;
  return (more === undefined ? cells : [...cells, more]) as Wire['e'][number];
}

export interface LinkParts {
  readonly catalog: CatalogMark;
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
  readonly plan: Pick<Plan, 'status' | 'steps'>;
  readonly parameters: Parameters;
  readonly view: LinkedView;
  /** The text of the catalog file, where whoever opens the link does not have it. */
  readonly ownCatalog?: string | undefined;
  /** What is no step of the plan stays behind. */
  readonly progress?: readonly DoneStep[] | undefined;
}

/** The same content gives the same text, in whatever order its records are. Blank values for commands are none. */
export function writeContent({
  catalog,
  inventory,
  goal,
  plan,
  parameters,
  view,
  ownCatalog,
  progress = [],
}: LinkParts): string {
  const places = new Map(inventory.entries.map((entry, i) => [entry.name, i]));
  const placeOf = (name: string) => places.get(name) ?? -1;
  const exact = Object.entries(goal.entries)
    .map(([name, version]): [number, string] => [placeOf(name), version])
    .sort(([a], [b]) => a - b);
  const done = [...readProgress(plan, progress).done];
  const wire: Wire = said({
    c: [catalog.id, catalog.updated, catalog.digest],
    n: inventory.name,
    f: orUndefined(sorted(inventory.facts)),
    e: inventory.entries.map(writeEntry),
    g: said({
      t: goal.target,
      a: goal.consumers === 'align' ? 1 : undefined,
      e: exact.length === 0 ? undefined : exact,
      s: goal.allowSkips ? 1 : undefined,
      p: goal.prereleases ? 1 : undefined,
      d: goal.disruption,
    }),
    m: orUndefined(
      sorted(Object.fromEntries(Object.entries(parameters).filter(([, value]) => value.trim() !== ''))),
    ),
    v: view.lanes === 'each' ? { l: 1 } : undefined,
    k: ownCatalog,
    p: [plan.status, plan.steps.map(({ entry, to, stage }) => [placeOf(entry), to, stage])],
    x: done.length === 0 ? undefined : done,
  });
  return JSON.stringify(wire);
}

function readEntry([name, component, version, count, more = {}]: Wire['e'][number]): Entry {
  const { a: protocols, p: pinned, s: source, l: labels } = more;
  return {
    name,
    component,
    version,
    count,
    ...(protocols !== undefined && { protocols }),
    ...(pinned !== undefined && { pinned }),
    ...(source !== undefined && { source }),
    ...(labels !== undefined && { labels }),
  } as Entry;
}

/** Each step with the version that its entry moves from: what it was moved to before, or had. */
function withOrigins(entries: readonly Entry[], steps: readonly LinkedStep[]): DoneStep[] {
  const versions = new Map(entries.map(({ name, version }) => [name, version]));
  return steps.map(({ entry, to }) => {
    const from = versions.get(entry) ?? '';
    versions.set(entry, to);
    return { entry, from, to };
  });
}

export type ReadContent =
  | { readonly ok: true; readonly content: LinkContent }
  /** `too-many`: values. `place`: of what is not as the format has it; empty for the whole. */
  | { readonly ok: false; readonly code: 'too-many' | 'other'; readonly place: string };

/** Takes any text, and never throws. */
export function readContent(text: string): ReadContent {
  const read = readWire(text);
  if (!read.ok) return read;
  const { c, n, f = {}, e, g, m = {}, v, k, p, x = [] } = read.wire;
  const [id, updated, digest] = c;
  const entries = e.map(readEntry);
  const nameAt = (place: number) => entries[place]?.name;
  const exact = (g.e ?? []).map(([place, version]) => [nameAt(place), version] as const);
  const steps = p[1].map(([place, to, stage]) => ({ entry: nameAt(place), to, stage }));
  const all = withOrigins(entries, steps as LinkedStep[]);
  const progress = x.flatMap((place) => all[place] ?? []);
  if (exact.some(([name]) => name === undefined)) return { ok: false, code: 'other', place: 'g.e' };
  if (steps.some(({ entry }) => entry === undefined)) return { ok: false, code: 'other', place: 'p' };
  if (progress.length < x.length) return { ok: false, code: 'other', place: 'x' };
  return {
    ok: true,
    content: {
      catalog: { id, updated, digest },
      inventory: {
        format: INVENTORY_FORMAT,
        product: id,
        ...(n !== undefined && { name: n }),
        facts: f,
        entries,
      },
      goal: said({
        target: g.t,
        consumers: g.a === 1 ? ('align' as const) : ('keep' as const),
        entries: Object.fromEntries(exact),
        allowSkips: g.s === 1,
        prereleases: g.p === 1,
        disruption: g.d === undefined ? undefined : [...g.d],
      }),
      parameters: m,
      view: { lanes: v !== undefined && v.l === 1 ? 'each' : 'folded' },
      ownCatalog: k,
      plan: { status: p[0], steps: steps as LinkedStep[] },
      progress,
      notRead: listNotRead(read.wire),
    },
  };
}
