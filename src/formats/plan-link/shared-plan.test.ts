import { describe, expect, it, vi } from 'vitest';
import { type Inventory, type ParsedGoal, parseInventory, planUpgrade } from '../../engine';
import { requireGoal } from '../../engine/parsing/parse-goal';
import { buildCatalog, type Draft, draftCatalog, loadShipped } from '../../testing/build';
import { readPlanFileContent } from '../plan-file-content';
import { readLink } from './plan-link';
import { type Hidden, hide } from './pseudonyms';
import { makeLink, type SharedPlan } from './shared-plan';

const NOTHING: Hidden = {
  names: false,
  labels: false,
  notes: false,
  parameters: false,
  progress: false,
  catalog: false,
};
const ALL: Hidden = {
  names: true,
  labels: true,
  notes: true,
  parameters: true,
  progress: true,
  catalog: true,
};
const KEY = new Uint8Array(32);
const ADDRESS = 'https://example.org/';

function fleetOf(catalog: ReturnType<typeof buildCatalog>, fields: Draft): Inventory {
  const parsed = parseInventory({ format: 'causeway/inventory@1', product: catalog.id, ...fields }, catalog);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function sharedOf(
  catalog: ReturnType<typeof buildCatalog>,
  inventory: Inventory,
  goal: ParsedGoal,
  more: Partial<SharedPlan> = {},
): SharedPlan {
  return {
    catalog,
    inventory,
    goal,
    plan: planUpgrade(catalog, inventory, goal),
    mark: { id: catalog.id, updated: catalog.updated, digest: 'ab'.repeat(32) },
    parameters: {},
    progress: [],
    view: { lanes: 'folded' },
    ownCatalog: undefined,
    ...more,
  };
}

const make = (shared: SharedPlan, hidden: Hidden) =>
  makeLink(shared, hidden, {
    address: ADDRESS,
    key: KEY,
    planAgain: async (inventory, goal) => planUpgrade(shared.catalog, inventory, goal),
  });

async function contentOf(link: string | undefined) {
  const read = await readLink(link?.replace(`${ADDRESS}#plan=`, '') ?? '');
  if (!read.ok) throw new Error(read.message);
  return read.content;
}

describe('with all hiding on', () => {
  const catalog = buildCatalog({
    name: 'MARKER product',
    releases: [
      { version: '1.0.0', protocols: { api: [1, 1] } },
      { version: '2.0.0', protocols: { api: [2, 2] } },
    ],
  });
  const inventory = fleetOf(catalog, {
    name: 'MARKER fleet',
    owner: 'MARKER owner',
    entries: [
      {
        name: 'MARKER server',
        component: 'server',
        version: '1.0.0',
        source: 'MARKER registry',
        labels: { MARKER_key: 'MARKER value' },
        host: 'MARKER host',
      },
      {
        name: 'MARKER ci',
        component: 'client',
        version: '1.0.0',
        pinned: 'MARKER reason',
        labels: { zone: 'MARKER zone' },
        notes: ['MARKER note'],
      },
      { name: 'MARKER tool', component: 'client', version: '1.0.0', source: 'external' },
    ],
  });
  const goal = requireGoal({ target: '2.0.0', entries: { 'MARKER tool': '2.0.0' } }, catalog, inventory);
  const shared = sharedOf(catalog, inventory, goal, {
    parameters: { namespace: 'MARKER namespace' },
    ownCatalog: 'MARKER catalog',
  });

  it('nothing that somebody wrote is in the link, in the file, or in what either is called', async () => {
    // A plan that is blocked says why: by names, and by what is written at a pin.
    expect(JSON.stringify(shared.plan.causes)).toContain('MARKER');
    const made = await make(shared, ALL);
    const content = await contentOf(made.link);
    expect(JSON.stringify(content)).not.toContain('MARKER');
    expect(made.planText).not.toContain('MARKER');
    expect(made.title).toBe('demo 1.0.0 → 2.0.0');
    // What means something to the planner is there all the same.
    expect(content.inventory.entries.map(({ pinned, source }) => [pinned, source])).toEqual([
      [undefined, undefined],
      ['pinned', undefined],
      [undefined, 'external'],
    ]);
    expect(content.plan.status).toBe('blocked');
    expect(readPlanFileContent(JSON.parse(made.planText))).toMatchObject({ ok: true });
  });

  it('all but fields that a link does not carry is there where nothing is hidden', async () => {
    const made = await make(shared, NOTHING);
    const content = await contentOf(made.link);
    expect(content.ownCatalog).toBe('MARKER catalog');
    expect(content.parameters).toEqual({ namespace: 'MARKER namespace' });
    for (const text of [JSON.stringify(content), made.planText]) {
      for (const words of ['fleet', 'server', 'registry', 'key', 'value', 'ci', 'reason', 'zone', 'tool'])
        expect(text).toMatch(new RegExp(`MARKER.${words}`));
      for (const words of ['owner', 'host', 'note']) expect(text).not.toContain(`MARKER ${words}`);
    }
    expect(made.title).toBe('MARKER product 1.0.0 → 2.0.0, MARKER fleet');
  });

  it('what is hidden is chosen one by one', async () => {
    const only = async (hidden: Partial<Hidden>) => {
      const { link } = await make(shared, { ...NOTHING, ...hidden });
      return JSON.stringify(await contentOf(link));
    };
    expect(await only({ names: true })).not.toMatch(/MARKER (server|ci|tool)/);
    expect(await only({ names: true })).toContain('MARKER registry');
    expect(await only({ labels: true })).not.toMatch(/MARKER.(key|value|zone)/);
    expect(await only({ notes: true })).not.toMatch(/MARKER (fleet|registry|reason)/);
    expect(await only({ parameters: true })).not.toContain('MARKER namespace');
    expect(await only({ catalog: true })).not.toContain('MARKER catalog');
  });
});

describe('how far a plan is', () => {
  const { catalog } = loadShipped('worked-example');
  const inventory = fleetOf(catalog, {
    entries: [
      { name: 'server', component: 'server', version: '5.1.0' },
      { name: 'MARKER ci', component: 'client', version: '4.0.1' },
      { name: 'MARKER billing', component: 'entrypoint', version: '3.3.0' },
    ],
  });
  const goal = requireGoal({ target: '6.0.0' }, catalog, inventory);
  const [first, second] = planUpgrade(catalog, inventory, goal).steps;
  const done = [first, second].flatMap((step) => step ?? []);
  const marks = done.map(({ entry, from, to }) => ({ entry, from, to }));
  const shared = sharedOf(catalog, inventory, goal, { progress: marks });

  it('goes along in link and file, and stays where that is wanted', async () => {
    expect(marks).toHaveLength(2);
    const made = await make(shared, NOTHING);
    expect((await contentOf(made.link)).progress).toEqual(marks);
    expect(readPlanFileContent(JSON.parse(made.planText))).toMatchObject({ value: { progress: marks } });
    const without = await make(shared, { ...NOTHING, progress: true });
    expect((await contentOf(without.link)).progress).toEqual([]);
    expect(without.planText).not.toContain('"progress"');
    expect(without.notDoneThere).toBe(0);
  });

  it('is told of the same entries by their other names', async () => {
    const made = await make(shared, { ...ALL, progress: false });
    const { progress, inventory: theirs } = await contentOf(made.link);
    expect(progress.map(({ from, to }) => [from, to])).toEqual(marks.map(({ from, to }) => [from, to]));
    const placeOf = (entries: readonly { readonly name: string }[], entry: string) =>
      entries.findIndex(({ name }) => name === entry);
    expect(progress.map(({ entry }) => placeOf(theirs.entries, entry))).toEqual(
      marks.map(({ entry }) => placeOf(inventory.entries, entry)),
    );
    expect(made.planText).not.toContain('MARKER');
    expect(made.notDoneThere).toBe(0);
  });

  it('is counted where the plan with other names goes another way', async () => {
    const made = await makeLink(
      shared,
      { ...ALL, progress: false },
      {
        address: ADDRESS,
        key: KEY,
        planAgain: async (renamed, wanted) => {
          const plan = planUpgrade(catalog, renamed, wanted);
          return { ...plan, steps: plan.steps.slice(1) };
        },
      },
    );
    expect(made.notDoneThere).toBe(1);
    expect((await contentOf(made.link)).progress).toHaveLength(1);
  });
});

describe('pseudonyms', () => {
  it('that would be the same are longer, and are not what another one was', () => {
    const catalog = buildCatalog();
    // Two names whose digests begin alike under this key.
    const called = (names: readonly string[]) =>
      hide(
        fleetOf(catalog, {
          entries: [
            { name: 'server', component: 'server', version: '1.0.0' },
            ...names.map((name) => ({ name, component: 'client', version: '1.0.0' })),
          ],
        }),
        { target: '1.0.0', consumers: 'keep', entries: {}, allowSkips: false, prereleases: false },
        { names: true, labels: false, notes: false },
        KEY,
      ).inventory.entries.slice(1);
    const [alone] = called(['node-11589']);
    expect(alone?.name).toMatch(/^client-[0-9a-hj-km-np-tv-z]{6}$/);
    const [first, second] = called(['node-11589', 'node-15448']);
    expect(first?.name).toMatch(new RegExp(`^${alone?.name}.$`));
    expect(second?.name).toMatch(new RegExp(`^${alone?.name}.$`));
    expect(first?.name).not.toBe(second?.name);
  });
});

describe('a catalog of one’s own', () => {
  const draft = draftCatalog();
  const catalog = buildCatalog();
  const inventory = fleetOf(catalog, {
    entries: [{ name: 'server', component: 'server', version: '1.0.0' }],
  });
  const goal = requireGoal({ target: '1.0.0' }, catalog, inventory);
  /** Text that hardly gets smaller. */
  const noise = (characters: number) => {
    let state = 1;
    const next = () => {
      state = (state * 48271) % 2147483647;
      return String.fromCharCode(33 + (state % 90));
    };
    return Array.from({ length: characters }, next).join('');
  };

  it('goes along where the link stays short, and is left behind where it would not', async () => {
    const small = JSON.stringify(draft);
    const short = await make(sharedOf(catalog, inventory, goal, { ownCatalog: small }), NOTHING);
    expect(short.hasCatalog).toBe(true);
    expect(await contentOf(short.link)).toMatchObject({ ownCatalog: small });
    const large = JSON.stringify({ ...draft, description: noise(7000) });
    const long = await make(sharedOf(catalog, inventory, goal, { ownCatalog: large }), NOTHING);
    expect(long.hasCatalog).toBe(false);
    expect(long.link?.length).toBeLessThan(1000);
    expect((await contentOf(long.link)).ownCatalog).toBeUndefined();
  });
});

describe('a plan of many entries', () => {
  const fleet = (entries: number) => {
    const { catalog } = loadShipped('worked-example');
    const inventory = fleetOf(catalog, {
      entries: [
        { name: 'server', component: 'server', version: '4.2.0' },
        ...Array.from({ length: entries - 1 }, (_, i) => ({
          name: `service-${i}`,
          component: 'entrypoint',
          version: i % 2 === 0 ? '3.3.0' : '4.1.0',
          labels: { team: `team-${i % 7}` },
        })),
      ],
    });
    return sharedOf(catalog, inventory, requireGoal({ target: '6.0.0' }, catalog, inventory));
  };

  it('of 1,000 is still a link', async () => {
    const made = await make(fleet(1000), NOTHING);
    expect((await contentOf(made.link)).inventory.entries).toHaveLength(1000);
  });

  it('of 2,000 is a file that holds it all', async () => {
    const shared = fleet(2000);
    const made = await make(shared, NOTHING);
    expect(made.link).toBeUndefined();
    const read = readPlanFileContent(JSON.parse(made.planText));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.inventory.entries).toHaveLength(2000);
    expect(read.value.plan.steps).toHaveLength(shared.plan.steps.length);
  });

  it('is planned again only where what the plan says is another', async () => {
    const planAgain = vi.fn();
    const shared = fleet(2);
    await makeLink(shared, { ...NOTHING, parameters: true }, { address: ADDRESS, key: KEY, planAgain });
    expect(planAgain).not.toHaveBeenCalled();
  });
});
