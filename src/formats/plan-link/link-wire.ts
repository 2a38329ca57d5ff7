/**
 * Is this text the content of a link?
 *
 * What there can be much of is looked at by hand: a link of a thousand characters can hold tens of thousands of values, and
 * a schema takes longer over each of them than whoever opens it would wait.
 */
import * as v from 'valibot';

type Texts = Readonly<Record<string, string>>;

interface More {
  /** protocols */
  readonly a?: Readonly<Record<string, readonly [number, number]>>;
  /** pinned */
  readonly p?: string;
  /** source */
  readonly s?: string;
  /** labels */
  readonly l?: Texts;
}

type Cells = readonly [name: string, component: string, version: string, count: number, more?: More];
type Exact = readonly [place: number, version: string];
type WireStep = readonly [place: number, version: string, stage: number];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether there are as many values as kinds, or more, and each that has a kind is of it. */
function isTuple(value: unknown, kinds: readonly ('string' | 'number')[]): value is readonly unknown[] {
  return Array.isArray(value) && kinds.every((kind, i) => typeof value[i] === kind);
}

function isEach(value: unknown, isOne: (item: unknown) => boolean): boolean {
  return isRecord(value) && Object.keys(value).every((key) => isOne(value[key]));
}

const isText = (value: unknown) => typeof value === 'string';
const isTextOrNone = (value: unknown) => value === undefined || isText(value);
const areTexts = (value: unknown) => isEach(value, isText);

function isMore(value: unknown): boolean {
  return (
    isRecord(value) &&
    (value.a === undefined || isEach(value.a, (range) => isTuple(range, ['number', 'number']))) &&
    isTextOrNone(value.p) &&
    isTextOrNone(value.s) &&
    (value.l === undefined || areTexts(value.l))
  );
}

function isCells(value: unknown): boolean {
  return (
    isTuple(value, ['string', 'string', 'string', 'number']) && (value[4] === undefined || isMore(value[4]))
  );
}

const listOf = <T>(isOne: (item: unknown) => boolean) =>
  v.custom<readonly T[]>((value) => Array.isArray(value) && value.every(isOne));
const texts = v.custom<Texts>(areTexts);

/** Format 2; format 1 is the same without `m`, `v`, `k` and `x`. What is not named here is not refused, but told. */
const WireSchema = v.looseObject({
  /** Catalog: id, updated, digest. */
  c: v.looseTuple([v.string(), v.string(), v.string()]),
  /** The inventory's name. */
  n: v.optional(v.string()),
  /** Facts. */
  f: v.optional(texts),
  /** Entries: name, component, version, count, and what is rare. */
  e: listOf<Cells>(isCells),
  /** Goal. */
  g: v.looseObject({
    t: v.string(),
    /** Consumers come along. */
    a: v.optional(v.literal(1)),
    /** Exact versions, by the place of the entry. */
    e: v.optional(listOf<Exact>((value) => isTuple(value, ['number', 'string']))),
    /** Skips are allowed. */
    s: v.optional(v.literal(1)),
    /** Pre-releases are allowed. */
    p: v.optional(v.literal(1)),
    /** Order of disruption. */
    d: v.optional(listOf<string>(isText)),
  }),
  /** Values for commands. */
  m: v.optional(texts),
  /** The view: `l: 1` for each lane. Whatever it says, the plan is the same. */
  v: v.optional(v.custom<Readonly<Record<string, unknown>>>(isRecord)),
  /** The text of a catalog of one's own. */
  k: v.optional(v.string()),
  /** The plan: its status, and the steps as place of the entry, version, stage. */
  p: v.looseTuple([
    v.picklist(['ready', 'done', 'blocked']),
    listOf<WireStep>((value) => isTuple(value, ['number', 'string', 'number'])),
  ]),
  /** Places of the steps that are done. */
  x: v.optional(listOf<number>((value) => typeof value === 'number')),
});
export type Wire = v.InferOutput<typeof WireSchema>;

/** Levels of brackets, more than any content has. */
const MAX_DEPTH = 16;
/** Values of lists and records, and keys: a thousand entries with a label and two moves each, or two thousand bare ones. */
export const MAX_VALUES = 20_000;

/** How far brackets nest, and how many values and keys there are at most: JSON.parse takes long over either. Stops where it is too much. */
export function measureJson(json: string): { readonly depth: number; readonly values: number } {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  let isInText = false;
  for (let at = 0; at < json.length && deepest <= MAX_DEPTH && values <= MAX_VALUES; at++) {
    const character = json[at];
    if (character === '"') isInText = !isInText;
    else if (isInText) at += character === '\\' ? 1 : 0;
    else if (character === ',' || character === ':') values++;
    else if (character === '[' || character === '{') {
      values++;
      depth++;
      deepest = Math.max(deepest, depth);
    } else if (character === ']' || character === '}') depth--;
  }
  return { depth: deepest, values };
}

export type ReadWire =
  | { readonly ok: true; readonly wire: Wire }
  | { readonly ok: false; readonly code: 'too-many' | 'other'; readonly place: string };

/** Takes any text, and never throws. */
export function readWire(text: string): ReadWire {
  const { depth, values } = measureJson(text);
  if (depth > MAX_DEPTH) return { ok: false, code: 'other', place: '' };
  if (values > MAX_VALUES) return { ok: false, code: 'too-many', place: '' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, code: 'other', place: '' };
  }
  const parsed = v.safeParse(WireSchema, json, { abortEarly: true });
  if (parsed.success) return { ok: true, wire: parsed.output };
  const place = parsed.issues[0].path?.map(({ key }) => String(key)).join('.') ?? '';
  return { ok: false, code: 'other', place: place.slice(0, LONGEST_PLACE) };
}

const LONGEST_PLACE = 40;
const MOST_PLACES = 20;

/** Places of what nothing here knows the meaning of, each kind once. */
export function listNotRead(wire: Wire): readonly string[] {
  const places = new Set<string>();
  const look = (value: object, known: readonly string[], prefix: string) => {
    for (const key of Object.keys(value)) {
      if (places.size >= MOST_PLACES) return;
      if (!known.includes(key)) places.add(`${prefix}${key}`.slice(0, LONGEST_PLACE));
    }
  };
  look(wire, Object.keys(WireSchema.entries), '');
  look(wire.c, ['0', '1', '2'], 'c.');
  look(wire.g, Object.keys(WireSchema.entries.g.entries), 'g.');
  look(wire.p, ['0', '1'], 'p.');
  look(wire.v ?? {}, ['l'], 'v.');
  if (wire.v !== undefined && wire.v.l !== undefined && wire.v.l !== 1) places.add('v.l');
  for (const cells of wire.e) {
    if (cells.length > 5) look(cells, ['0', '1', '2', '3', '4'], 'e.');
    if (cells[4] !== undefined) look(cells[4], ['a', 'p', 's', 'l'], 'e.');
  }
  for (const step of wire.p[1]) if (step.length > 3) look(step, ['0', '1', '2'], 'p.1.');
  for (const exact of wire.g.e ?? []) if (exact.length > 2) look(exact, ['0', '1'], 'g.e.');
  return [...places];
}
