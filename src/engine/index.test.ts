import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftCatalog, draftInventory } from '../testing/build';
import {
  assessInventory,
  type Catalog,
  goingBack,
  type Inventory,
  parseCatalog,
  parseInventory,
  planUpgrade,
  protocolsInUse,
  reach,
  tracePlan,
  UnusableInput,
  verifyPlan,
} from '.';

const rawCatalog = () => JSON.parse(readFileSync('public/catalogs/worked-example.json', 'utf8')) as Catalog;
const rawInventory = () =>
  JSON.parse(readFileSync('public/samples/worked-example.inventory.json', 'utf8')) as Inventory;

/** Only what the format requires: everything with a default is left to the parser. */
function bare(): { catalog: Catalog; inventory: Inventory } {
  const catalog = draftCatalog({
    releases: [
      { version: '2.0.0', protocols: { api: [2, 2] } },
      { version: '1.0.0', protocols: { api: [1, 2] } },
    ],
  }) as unknown as Catalog;
  const entries = [
    { name: 's', component: 'server', version: 'v1.0.0' },
    { name: 'c', component: 'client', version: '1.0.0' },
  ];
  return { catalog, inventory: draftInventory(entries) as unknown as Inventory };
}

describe('the entry points', () => {
  it('give the same answers for a file as it stands and for what the parsers make of it', () => {
    const catalog = parseCatalog(rawCatalog());
    if (!catalog.ok) throw new Error('the catalog is wrong');
    const inventory = parseInventory(rawInventory(), catalog.value);
    if (!inventory.ok) throw new Error('the inventory is wrong');
    const plan = planUpgrade(catalog.value, inventory.value, { target: '6.0.0' });
    expect(planUpgrade(rawCatalog(), rawInventory(), { target: '6.0.0' })).toEqual(plan);
    expect(verifyPlan(rawCatalog(), rawInventory(), { target: '6.0.0' }, plan)).toEqual({
      ok: true,
      states: 5,
      pairs: 20,
    });
    expect(reach(rawCatalog(), rawInventory())).toEqual(reach(catalog.value, inventory.value));
    expect(protocolsInUse(rawCatalog(), rawInventory())).toEqual(
      protocolsInUse(catalog.value, inventory.value),
    );
    expect(assessInventory(rawCatalog(), rawInventory())).toEqual(
      assessInventory(catalog.value, inventory.value),
    );
    expect(tracePlan(rawCatalog(), rawInventory(), plan)).toEqual(
      tracePlan(catalog.value, inventory.value, plan),
    );
    expect(goingBack(rawCatalog(), rawInventory(), plan)).toEqual(
      goingBack(catalog.value, inventory.value, plan),
    );
  });

  it('work on the least that the formats require, and leave it as it was', () => {
    const { catalog, inventory } = bare();
    const before = JSON.stringify([catalog, inventory]);
    const plan = planUpgrade(catalog, inventory, { target: '2.0.0' });
    expect(plan).toMatchObject({
      status: 'ready',
      kind: 'standard',
      steps: [{ entry: 's', from: '1.0.0', to: '2.0.0' }],
    });
    expect(verifyPlan(catalog, inventory, { target: '2.0.0' }, plan)).toMatchObject({ ok: true });
    expect(JSON.stringify([catalog, inventory])).toBe(before);
  });

  it('refuse what is no catalog or no inventory, and say where', () => {
    const { catalog, inventory } = bare();
    const goal = { target: '2.0.0' };
    const noReleases = { ...catalog, releases: [] };
    const ofAnother = { ...inventory, product: 'other' };
    expect(() => planUpgrade(noReleases, inventory, goal)).toThrow(UnusableInput);
    expect(() => planUpgrade(noReleases, inventory, goal)).toThrow(/^releases: .*no releases/);
    expect(() => planUpgrade(catalog, ofAnother, goal)).toThrow(UnusableInput);
    expect(() => planUpgrade(catalog, ofAnother, goal)).toThrow(/^product: .*"other"/);
    expect(() => planUpgrade(catalog, inventory, { target: '0.1.0' })).toThrow(/^target: .*below/);
  });

  it('put the releases of a catalog in order that says all that parsing would fill in', () => {
    const { catalog, inventory } = bare();
    const parsed = parseCatalog(catalog);
    if (!parsed.ok) throw new Error('the catalog is wrong');
    const upsideDown = { ...parsed.value, releases: parsed.value.releases.toReversed() };
    const goal = { target: '2.0.0' };
    expect(planUpgrade(upsideDown, inventory, goal)).toEqual(planUpgrade(parsed.value, inventory, goal));
  });

  it('check an inventory that says all that parsing would fill in, for the catalog at hand', () => {
    const { catalog, inventory } = bare();
    const known = parseCatalog(catalog);
    if (!known.ok) throw new Error('the catalog is wrong');
    const read = parseInventory(inventory, known.value);
    if (!read.ok) throw new Error('the inventory is wrong');
    const goal = { target: '2.0.0' };
    const [server, ...others] = read.value.entries;
    const two = { ...read.value, entries: [server, { ...server, name: 'other' }, ...others] } as Inventory;
    expect(() => planUpgrade(known.value, two, goal)).toThrow(/^entries\[1\]\.component: .*server already/);
    const vague = { ...read.value, entries: [{ ...server, version: 'latest' }, ...others] } as Inventory;
    expect(() => planUpgrade(known.value, vague, goal)).toThrow(/^entries\[0\]\.version: /);
    const ofOther = parseCatalog({ ...catalog, id: 'other' });
    if (!ofOther.ok) throw new Error('the catalog is wrong');
    expect(() => planUpgrade(ofOther.value, read.value, goal)).toThrow(/^product: /);
  });

  it('read versions and counts of an inventory of which only some entries are parsed', () => {
    const { catalog, inventory } = bare();
    const [server, ...others] = inventory.entries;
    const mixed = {
      ...inventory,
      facts: {},
      entries: [{ ...server, count: 1 }, ...others],
    } as Inventory;
    expect(planUpgrade(catalog, mixed, { target: '2.0.0' })).toEqual(
      planUpgrade(catalog, inventory, { target: '2.0.0' }),
    );
  });
});
