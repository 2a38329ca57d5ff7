/**
 * What does a link hold?
 *
 * Everything that makes a plan, and the plan that came of it: so that whoever opens the link later sees the same one, or
 * what has changed. Written as arrays, since every character counts in an address; the names of fields are in
 * docs/formats.md.
 */
import * as v from 'valibot';
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
}

const RangesSchema = v.record(v.string(), v.tuple([v.number(), v.number()]));
const TextsSchema = v.record(v.string(), v.string());

const MoreSchema = v.object({
  /** protocols */
  a: v.optional(RangesSchema),
  /** pinned */
  p: v.optional(v.string()),
  /** source */
  s: v.optional(v.string()),
  /** labels */
  l: v.optional(TextsSchema),
});

/** Format 2; format 1 is the same without `m`, `v` and `k`. */
const WireSchema = v.object({
  /** Catalog: id, updated, digest. */
  c: v.tuple([v.string(), v.string(), v.string()]),
  /** The inventory's name. */
  n: v.optional(v.string()),
  /** Facts. */
  f: v.optional(TextsSchema),
  /** Entries: name, component, version, count, and what is rare. */
  e: v.array(v.tuple([v.string(), v.string(), v.string(), v.number(), v.optional(MoreSchema)])),
  /** Goal. */
  g: v.object({
    t: v.string(),
    /** Consumers come along. */
    a: v.optional(v.literal(1)),
    /** Exact versions, by the place of the entry. */
    e: v.optional(v.array(v.tuple([v.number(), v.string()]))),
    /** Skips are allowed. */
    s: v.optional(v.literal(1)),
    /** Pre-releases are allowed. */
    p: v.optional(v.literal(1)),
    /** Order of disruption. */
    d: v.optional(v.array(v.string())),
  }),
  /** Values for commands. */
  m: v.optional(TextsSchema),
  /** The view: each lane. */
  v: v.optional(v.object({ l: v.optional(v.literal(1)) })),
  /** The text of a catalog of one's own. */
  k: v.optional(v.string()),
  /** The plan: its status, and the steps as place of the entry, version, stage. */
  p: v.tuple([
    v.picklist(['ready', 'done', 'blocked']),
    v.array(v.tuple([v.number(), v.string(), v.number()])),
  ]),
});
type Wire = v.InferOutput<typeof WireSchema>;

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
}: LinkParts): string {
  const places = new Map(inventory.entries.map((entry, i) => [entry.name, i]));
  const placeOf = (name: string) => places.get(name) ?? -1;
  const exact = Object.entries(goal.entries)
    .map(([name, version]): [number, string] => [placeOf(name), version])
    .sort(([a], [b]) => a - b);
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
  });
  return JSON.stringify(wire);
}

function readEntry([name, component, version, count, more = {}]: Wire['e'][number]): Entry {
  const { a: protocols, p: pinned, s: source, l: labels } = more;
  return said({ name, component, version, count, protocols, pinned, source, labels }) as Entry;
}

/** Levels of brackets, more than any content has. */
const MAX_DEPTH = 16;

/** Whether brackets nest further than any content does: JSON.parse takes long over those. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') isText = !isText;
    else if (isText) at += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** `undefined` where the text is not what the format allows. */
export function readContent(text: string): LinkContent | undefined {
  if (isTooDeep(text)) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(WireSchema, json, { abortEarly: true });
  if (!parsed.success) return undefined;
  const { c, n, f = {}, e, g, m = {}, v: view = {}, k, p } = parsed.output;
  const [id, updated, digest] = c;
  const entries = e.map(readEntry);
  const nameAt = (place: number) => entries[place]?.name;
  const exact = (g.e ?? []).map(([place, version]) => [nameAt(place), version] as const);
  const steps = p[1].map(([place, to, stage]) => ({ entry: nameAt(place), to, stage }));
  if ([...exact.map(([name]) => name), ...steps.map(({ entry }) => entry)].includes(undefined))
    return undefined;
  return {
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
      disruption: g.d,
    }),
    parameters: m,
    view: { lanes: view.l === 1 ? 'each' : 'folded' },
    ownCatalog: k,
    plan: { status: p[0], steps: steps as LinkedStep[] },
  };
}
