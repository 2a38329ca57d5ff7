/** Do the schemas ask for what docs/formats.md publishes: these fields, these words, these defaults, and nothing of another kind? */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  catalogs,
  causes,
  goals,
  inventories,
  leastCatalog,
  leastEntry,
  leastGoal,
  leastInventory,
  leastPlan,
  plans,
  unblock,
} from '../../testing/every-field';
import { CatalogSchema } from './catalog';
import { GoalSchema } from './goal';
import { InventorySchema } from './inventory';
import { PlanSchema } from './plan';

type Json = Readonly<Record<string, unknown>>;

interface Shape {
  readonly schema: v.GenericSchema;
  /** Between them they have every field and every word. */
  readonly full: readonly Json[];
  /** Nothing in it can be left out. */
  readonly least: Json;
  /** What is put in for what the least leaves out. */
  readonly filled: Json;
}

const shapes: readonly (readonly [name: string, shape: Shape])[] = [
  ['plan', { schema: PlanSchema, full: plans, least: leastPlan, filled: leastPlan }],
  [
    'goal',
    {
      schema: GoalSchema,
      full: goals,
      least: leastGoal,
      filled: { ...leastGoal, consumers: 'keep', entries: {}, allowSkips: false, prereleases: false },
    },
  ],
  [
    'inventory',
    {
      schema: InventorySchema,
      full: inventories,
      least: leastInventory,
      filled: { ...leastInventory, facts: {}, entries: [{ ...leastEntry, count: 1 }] },
    },
  ],
  [
    'catalog',
    {
      schema: CatalogSchema,
      full: catalogs,
      least: { ...leastCatalog, protocols: {}, components: {} },
      filled: {
        ...leastCatalog,
        protocols: {},
        components: {},
        granularity: 'patch',
        disruption: [],
        facts: {},
        incidents: [],
        procedures: [],
        parameters: {},
        charts: [],
      },
    },
  ],
];

/** All values with one wrong thing in them: another kind of value, at every place. */
function* spoil(value: unknown): Generator<unknown> {
  if (typeof value === 'object' && value !== null) {
    const isList = Array.isArray(value);
    for (const [key, field] of Object.entries(value)) {
      for (const spoilt of spoil(field))
        yield isList ? value.with(Number(key), spoilt) : { ...value, [key]: spoilt };
    }
    yield 'wrong';
  } else {
    yield typeof value === 'string' ? 17 : 'wrong';
  }
}

/** The value without one of its fields, at every place. */
function* shorten(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, field] of Object.entries(value)) {
    if (!Array.isArray(value)) {
      const { [key]: _left, ...rest } = value as Json;
      yield rest;
    }
    for (const short of shorten(field))
      yield Array.isArray(value) ? value.with(Number(key), short) : { ...value, [key]: short };
  }
}

const refused = (schema: v.GenericSchema, value: unknown) => !v.safeParse(schema, value).success;

describe.each(shapes)('the schema of a %s', (_name, { schema, full, least, filled }) => {
  it('takes every field that is published, with every word, and keeps it', () => {
    for (const value of full) {
      const read = v.safeParse(schema, value);
      expect(read.issues).toBeUndefined();
      expect(read.output).toEqual(value);
    }
  });

  it('takes nothing of another kind at any place', () => {
    for (const value of full) {
      for (const spoilt of spoil(value)) if (!refused(schema, spoilt)) expect(spoilt).toBe('refused');
    }
  });

  it('fills in what may be left out, and wants the rest', () => {
    expect(v.parse(schema, least)).toEqual(filled);
    for (const short of shorten(least)) if (!refused(schema, short)) expect(short).toBe('refused');
  });
});

describe('words of the formats', () => {
  const set = (value: unknown, [key = '', ...rest]: readonly string[], word: unknown): unknown => {
    if (Array.isArray(value))
      return value.with(Number(key), rest.length ? set(value[Number(key)], rest, word) : word);
    const fields = value as Json;
    return { ...fields, [key]: rest.length ? set(fields[key], rest, word) : word };
  };

  it.each<[name: string, schema: v.GenericSchema, value: Json, place: string]>([
    ['plan', PlanSchema, leastPlan, 'format'],
    ['plan', PlanSchema, leastPlan, 'status'],
    ['plan', PlanSchema, leastPlan, 'kind'],
    ['plan', PlanSchema, leastPlan, 'optimality'],
    ['plan', PlanSchema, { ...leastPlan, causes }, 'causes.0.code'],
    ['plan', PlanSchema, { ...leastPlan, causes }, 'causes.0.clash.kind'],
    ['plan', PlanSchema, { ...leastPlan, causes }, 'causes.0.clash.outdated'],
    ['plan', PlanSchema, { ...leastPlan, causes }, 'causes.2.refusal'],
    ['plan', PlanSchema, { ...leastPlan, unblock }, 'unblock.0.code'],
    ['plan', PlanSchema, { ...leastPlan, unblockSearch: 'done' }, 'unblockSearch'],
    ['plan', PlanSchema, { ...leastPlan, unblock: unblock.slice(-1) }, 'unblock.0.changes.0.code'],
    ['goal', GoalSchema, leastGoal, 'consumers'],
    ['inventory', InventorySchema, leastInventory, 'format'],
    ['catalog', CatalogSchema, leastCatalog, 'format'],
    ['catalog', CatalogSchema, leastCatalog, 'granularity'],
    ['catalog', CatalogSchema, leastCatalog, 'components.server.role'],
    ['catalog', CatalogSchema, leastCatalog, 'components.server.granularity'],
  ])('a %s says no other word at %4$s', (_name, schema, value, place) => {
    for (const word of ['', 'other']) expect(refused(schema, set(value, place.split('.'), word))).toBe(true);
  });

  it.each(['a', 'A9._-z', '0', 'x'.repeat(100)])('%j may be the id of a catalog', (id) => {
    expect(refused(CatalogSchema, { ...leastCatalog, id })).toBe(false);
  });

  it.each(['', '-a', '.a', 'a b', ' a', 'a ', 'a/b', 'é', 'x'.repeat(101)])('%j may not be one', (id) => {
    const { issues } = v.safeParse(CatalogSchema, { ...leastCatalog, id });
    expect(issues?.map(({ message }) => message)).toEqual([
      'expected letters, digits, ".", "_" or "-", at most 100',
    ]);
  });

  it('takes no blank sign, which would be everywhere', () => {
    const withSign = (sign: string) =>
      v
        .safeParse(CatalogSchema, {
          ...leastCatalog,
          components: { server: { name: 'Server', role: 'server', signs: { logs: [sign] } } },
        })
        .issues?.map(({ message }) => message);
    expect(withSign('a')).toBeUndefined();
    expect(withSign(' \t')).toEqual(['expected a text that is not blank']);
  });
});
