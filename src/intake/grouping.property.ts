/** What holds for rows that are joined to groups: nothing is lost, nothing that a plan could tell apart is joined, and a plan costs the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog, Entry } from '../engine/model';
import { planUpgrade } from '../engine/plan-upgrade';
import { buildCatalog, buildInventory } from '../testing/build';
import { instances } from '../testing/instances';
import { parseInstance } from '../testing/parse-instance';
import { fewerRuns } from '../testing/runs';
import { prepareMaterial } from './material';
import { type IntakeOptions, readFiles } from './read-files';

/** Slow laws are tried less often. */
const FEWER = fewerRuns(4);

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const writeRanges = ({ protocols = {} }: Entry) =>
  Object.entries(protocols)
    .map(([protocol, [minimum, current]]) => `${protocol} ${minimum}-${current}`)
    .join('; ');

function writeTable(entries: readonly Entry[]): string {
  const lines = entries.map((entry) =>
    [
      entry.name,
      entry.component,
      entry.version,
      String(entry.count),
      entry.pinned ?? '',
      entry.source ?? '',
      writeRanges(entry),
      entry.labels?.team ?? '',
    ]
      .map(quote)
      .join(','),
  );
  return ['name,component,version,count,pinned,source,protocols,label:team', ...lines].join('\n');
}

async function read(texts: readonly string[], catalog: Catalog, options: IntakeOptions) {
  const files = await Promise.all(
    texts.map(async (text, i) => ({ name: `${i}`, material: await prepareMaterial(text) })),
  );
  return readFiles(files, catalog, options);
}

/** Each entry as several of the same kind, with counts and teams of their own. */
const spread = fc.array(
  fc.record({ count: fc.integer({ min: 1, max: 4 }), team: fc.constantFrom('', 'a', 'b') }),
  { minLength: 12, maxLength: 12 },
);

function spreadOver(
  entries: readonly Entry[],
  serverName: string | undefined,
  rows: readonly { readonly count: number; readonly team: string }[],
): Entry[] {
  return entries.flatMap((entry, i) =>
    entry.name === serverName
      ? [entry]
      : rows.slice(0, 1 + ((i * 5) % rows.length)).map(({ count, team }, j) => ({
          ...entry,
          name: `${entry.name}-${j}`,
          count,
          labels: team === '' ? {} : { team },
        })),
  );
}

const sum = (entries: readonly Entry[]) => entries.reduce((total, { count }) => total + count, 0);
/** All that a plan may depend on. */
const kindOf = ({ component, version, protocols = {}, pinned, source }: Entry) =>
  JSON.stringify([component, version, Object.entries(protocols).sort(), pinned, source]);
const totals = (entries: readonly Entry[], keyOf: (entry: Entry) => string) => {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + entry.count);
  return Object.fromEntries([...counts].sort());
};

describe('rows that are grouped', () => {
  it('lose no instance, and join none that a plan could tell apart', async () => {
    await fc.assert(
      fc.asyncProperty(instances, spread, fc.boolean(), async (instance, rows, byTeam) => {
        const { catalog, inventory } = parseInstance(instance);
        const all = spreadOver(inventory.entries, inventory.entries[0]?.name, rows);
        const options = { group: true, groupBy: byTeam ? ['team'] : [] };
        const { entries, isGrouped, problems } = await read([writeTable(all)], catalog, options);
        const keyOf = (entry: Entry) => (byTeam ? `${kindOf(entry)} ${entry.labels?.team}` : kindOf(entry));
        expect(problems).toEqual([]);
        expect(isGrouped).toBe(true);
        expect(totals(entries, keyOf)).toEqual(totals(all, keyOf));
        expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
        expect(entries.filter(({ component }) => component === 'server')).toMatchObject([
          { name: inventory.entries[0]?.name, count: inventory.entries[0]?.count },
        ]);
        for (const entry of entries) {
          const teams = new Set(
            all.filter((row) => keyOf(row) === keyOf(entry)).map(({ labels }) => labels?.team),
          );
          expect(entry.labels?.team).toBe(teams.size === 1 ? [...teams][0] : undefined);
        }
      }),
      { numRuns: FEWER },
    );
  });

  it('cost a plan as much as rows that are not', async () => {
    await fc.assert(
      fc.asyncProperty(instances, spread, async (instance, rows) => {
        const { catalog, inventory, goal } = parseInstance(instance);
        const whole = spreadOver(inventory.entries, inventory.entries[0]?.name, rows);
        const aim = { ...goal, entries: {} };
        const outcome = async (group: boolean) => {
          const { entries } = await read([writeTable(whole)], catalog, { group });
          const plan = planUpgrade(catalog, buildInventory(catalog, entries, inventory.facts), aim);
          const moved = totals(
            plan.steps.map((step) => ({
              ...step,
              version: step.from,
              count: entries.find(({ name }) => name === step.entry)?.count ?? Number.NaN,
              name: step.entry,
            })),
            ({ component }) => component,
          );
          return { status: plan.status, moved };
        };
        expect(await outcome(true)).toEqual(await outcome(false));
      }),
      { numRuns: FEWER },
    );
  });

  it('are the same thing in two files only once', async () => {
    await fc.assert(
      fc.asyncProperty(instances, spread, fc.nat({ max: 30 }), async (instance, rows, at) => {
        const { catalog, inventory } = parseInstance(instance);
        const all = spreadOver(inventory.entries, inventory.entries[0]?.name, rows);
        // Backwards: what is new comes before what is known.
        const texts = [writeTable(all.slice(0, at + 1)), writeTable(all.toReversed())];
        const { entries } = await read(texts, catalog, { group: true });
        expect(totals(entries, kindOf)).toEqual(totals(all, kindOf));
      }),
      { numRuns: FEWER },
    );
  });
});

describe('whether rows are grouped', () => {
  const catalog = buildCatalog();
  const tableOf = (rows: number) =>
    [
      'name,component,version,count,label:team',
      's,server,1.0.0,1,',
      ...Array.from({ length: rows - 1 }, (_, i) => `e${i},client,1.${i % 3}.0,2,t${i % 2}`),
    ].join('\n');

  it('is so from 2,000 rows on, where nobody says otherwise', async () => {
    const few = await read([tableOf(1999)], catalog, {});
    expect(few).toMatchObject({ isGrouped: false, rows: 1999, labels: ['team'] });
    expect(few.entries).toHaveLength(1999);
    const many = await read([tableOf(2000)], catalog, {});
    expect(many).toMatchObject({ isGrouped: true, rows: 2000, labels: ['team'] });
    expect(many.entries.map(({ name, count }) => `${name} × ${count}`)).toEqual([
      's × 1',
      'client 1.0.0 × 1334',
      'client 1.1.0 × 1332',
      'client 1.2.0 × 1332',
    ]);
    expect(sum(many.entries)).toBe(sum(few.entries) + 2);
  });

  it('is as one chooses', async () => {
    expect((await read([tableOf(2000)], catalog, { group: false })).entries).toHaveLength(2000);
    const { entries } = await read([tableOf(9)], catalog, { group: true, groupBy: ['team'] });
    expect(entries.map(({ name, count }) => `${name} × ${count}`)).toEqual([
      's × 1',
      'client 1.0.0, team=t0 × 4',
      'client 1.1.0, team=t1 × 4',
      'e2 × 2',
      'e3 × 2',
      'e4 × 2',
      'e5 × 2',
    ]);
  });

  it('has nothing to say of equal names', async () => {
    const rows = Array.from({ length: 3000 }, () => 'e,client,1.0.0,1,');
    const table = ['name,component,version,count,label:team', ...rows].join('\n');
    expect((await read([table], catalog, { group: false })).problems).toHaveLength(1001);
    expect((await read([table], catalog, {})).problems).toEqual([]);
  });

  it('never takes a blank row for one that only lacks what matters', async () => {
    const rows = ['', ' , , , ', 'e,,,', '', ',,,', 'f,,,', ',,,2', '""'];
    const table = ['name,component,version,count', ...Array.from({ length: 400 }, () => rows).flat()].join(
      '\n',
    );
    const { rows: found, problems } = await read([table], catalog, { group: true });
    expect(found).toBe(1200);
    expect(problems.slice(0, 6).map(({ line }) => line)).toEqual([4, 4, 7, 7, 8, 8]);
    expect(problems.at(-1)?.message).toContain('1400 more');
  });

  it('never counts more in one entry than an inventory can hold', async () => {
    const rows = Array.from({ length: 5 }, (_, i) => `e${i},client,1.0.0,400000000`);
    const { entries } = await read([['name,component,version,count', ...rows].join('\n')], catalog, {
      group: true,
    });
    expect(sum(entries)).toBe(2_000_000_000);
    expect(Math.max(...entries.map(({ count }) => count))).toBeLessThanOrEqual(1_000_000_000);
  });
});
