/** How long does it take to say what is wrong with input that nobody should write? At most a second each. */
import { spawnSync } from 'node:child_process';
import { type Catalog, parseCatalog, parseInventory, planUpgrade, verifyPlan } from '../src/engine';
import { type Draft, draftCatalog, draftInventory } from '../src/testing/build';
import { printHead, printRow, type Spread, spreadOf, timeCalls, verdictOn } from './statistics';

const LIMIT_MS = 1000;
const PATIENCE_MS = 20_000;
const RUNS = 3;
const LONG = '1'.repeat(10_000);

const draftFor = (releases: readonly Draft[], more: Draft = {}) => draftCatalog({ releases, ...more });
const fleetAt = (version: string, clients: readonly Draft[] = []) =>
  draftInventory([{ name: 'server', component: 'server', version }, ...clients]);

const many = (count: number, release: (i: number) => Draft) =>
  Array.from({ length: count }, (_, i) => release(i));
const numbered = (
  count: number,
  api = (i: number): unknown => [1 + Math.floor(i / 1000), 2 + Math.floor(i / 1000)],
) => many(count, (i) => ({ version: `${i + 1}.0.0`, protocols: { api: api(i) } }));
const chained = (count: number) =>
  many(count, (i) => ({
    version: `${i + 1}.0.0`,
    protocols: { api: [1 + Math.floor(i / 1000), 2 + Math.floor(i / 1000)] },
    upgradeFrom: `>=${Math.max(1, i)}.0.0`,
  }));

/** What is said: a plan's status, or the first problem's place. */
function answer(catalogDraft: Draft, inventoryDraft: Draft, target: string): string {
  const catalog = parseCatalog(structuredClone(catalogDraft));
  if (!catalog.ok) return `${catalog.problems.length} problems, ${catalog.problems[0]?.path}`;
  const inventory = parseInventory(structuredClone(inventoryDraft), catalog.value as Catalog);
  if (!inventory.ok) return `${inventory.problems.length} problems, ${inventory.problems[0]?.path}`;
  const plan = planUpgrade(catalog.value, inventory.value, { target });
  const offers = plan.status === 'blocked' ? `, ${plan.unblock.length} offers` : '';
  return `${plan.status} ${plan.causes.map(({ code }) => code).join(' ')}${offers}`.trim();
}

/** What the verifier says of the plan; only that is timed. */
function prepareVerifying(catalogDraft: Draft, inventoryDraft: Draft, target: string): () => string {
  const catalog = parseCatalog(catalogDraft);
  if (!catalog.ok) throw new Error('the catalog of this case is wrong');
  const inventory = parseInventory(inventoryDraft, catalog.value);
  if (!inventory.ok) throw new Error('the inventory of this case is wrong');
  const plan = planUpgrade(catalog.value, inventory.value, { target });
  return () => {
    const verified = verifyPlan(catalog.value, inventory.value, { target }, plan);
    if (!verified.ok) throw new Error('the plan of this case is rejected');
    return `verified: ${plan.steps.length} steps, ${verified.states} states, ${verified.pairs} pairs`;
  };
}

const client = { name: 'ci', component: 'client', version: '1.0.0' };
type Case = [story: string, catalog: Draft, inventory: Draft, target: string, what?: 'verifying'];
const cases: Case[] = [
  [
    'hops in a circle',
    draftFor([
      { version: '1.0.0', protocols: { api: [1, 1] } },
      { version: '2.0.0', protocols: { api: [1, 1] }, upgradeFrom: '>=3.0.0' },
      { version: '3.0.0', protocols: { api: [1, 1] }, upgradeFrom: '=2.0.0' },
    ]),
    fleetAt('1.0.0', [client]),
    '3.0.0',
  ],
  [
    'a hop range that nothing satisfies',
    draftFor([
      ...numbered(1000),
      { version: '1001.0.0', protocols: { api: [1, 2] }, upgradeFrom: '<0.0.0-0' },
    ]),
    fleetAt('1.0.0', [client]),
    '1001.0.0',
  ],
  [
    '10,000 releases, hops as wide as one likes',
    draftFor(numbered(10_000)),
    fleetAt('1.0.0', [client]),
    '10000.0.0',
  ],
  [
    '10,000 releases, one hop after the other',
    draftFor(chained(10_000)),
    fleetAt('1.0.0', [client]),
    '10000.0.0',
  ],
  [
    'verifying the plan over 10,000 releases, one hop after the other',
    draftFor(chained(10_000)),
    fleetAt('1.0.0', [client]),
    '10000.0.0',
    'verifying',
  ],
  [
    '10,000 releases, blocked by a client that is pinned, and what would help',
    draftFor(numbered(10_000)),
    fleetAt('1.0.0', [{ ...client, pinned: 'vendor image' }]),
    '10000.0.0',
  ],
  [
    '10,000 releases, all of them the same',
    draftFor(many(10_000, () => ({ version: '1.0.0' }))),
    fleetAt('1.0.0'),
    '1.0.0',
  ],
  [
    '10,000 releases, all ranges upside down',
    draftFor(numbered(10_000, () => [2, 1])),
    fleetAt('1.0.0'),
    '1.0.0',
  ],
  ['10,000 releases, no range is one', draftFor(numbered(10_000, () => 'one')), fleetAt('1.0.0'), '1.0.0'],
  ['a version of 10,000 characters', draftFor([{ version: LONG }]), fleetAt('1.0.0'), '1.0.0'],
  ['an entry at a version of 10,000 characters', draftFor(numbered(2)), fleetAt(LONG), '1.0.0'],
  [
    'a hop range of 10,000 characters',
    draftFor([{ version: '1.0.0', upgradeFrom: LONG }]),
    fleetAt('1.0.0'),
    '1.0.0',
  ],
  [
    'hop ranges of 256 characters that say everything and nothing',
    draftFor(
      numbered(200).map((release) => ({
        ...release,
        upgradeFrom: '>=1.0.0 <9.0.0 || '.repeat(14).slice(0, -4),
      })),
    ),
    fleetAt('1.0.0', [client]),
    '200.0.0',
  ],
  [
    'protocol versions up to 2³²',
    draftFor(numbered(100, (i) => [1 + i, 2 ** 32 - 100 + i])),
    fleetAt('1.0.0', [client]),
    '100.0.0',
  ],
  [
    '10,000 entries, none at a version',
    draftFor(numbered(2)),
    fleetAt(
      '1.0.0',
      many(10_000, (i) => ({ name: `e${i}`, component: 'client', version: 'latest' })),
    ),
    '2.0.0',
  ],
  [
    '10,000 entries of one kind',
    draftFor(numbered(100)),
    fleetAt(
      '1.0.0',
      many(10_000, (i) => ({ name: `e${i}`, component: 'client', version: '1.0.0' })),
    ),
    '100.0.0',
  ],
  [
    'builders in a circle',
    draftFor(
      many(40, (i) => ({
        version: `${i + 1}.0.0`,
        protocols: { api: [1 + Math.floor(i / 4), 2 + Math.floor(i / 4)] },
      })),
      {
        components: {
          server: { name: 'Server', role: 'server' },
          client: { name: 'Client', role: 'client', speaks: ['api'], builtWith: ['app'] },
          app: { name: 'App', role: 'agent', speaks: ['api'], builtWith: ['client'] },
        },
      },
    ),
    fleetAt('1.0.0', [client, { name: 'web', component: 'app', version: '1.0.0' }]),
    '40.0.0',
  ],
];

/** One case in a process of its own, so that one that takes for ever can be stopped. */
function measureApart(index: number): { said: string; spread: Spread } {
  const args = ['--import', 'tsx', 'bench/bad-input.ts', String(index)];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: PATIENCE_MS });
  if (status === 0) return JSON.parse(stdout) as { said: string; spread: Spread };
  return { said: `no answer within ${PATIENCE_MS / 1000} s`, spread: spreadOf([PATIENCE_MS]) };
}

const [, , one] = process.argv;
if (one === undefined) {
  printHead();
  for (const [i, [story]] of cases.entries()) {
    const { said, spread } = measureApart(i);
    const verdict = spread.median <= LIMIT_MS ? '' : ` (at most ${LIMIT_MS}: ${verdictOn(false)})`;
    printRow(story, spread, `${said}${verdict}`);
  }
} else {
  const found = cases[Number(one)];
  if (found === undefined) throw new RangeError(`there is no case ${one}`);
  const [, catalog, inventory, target, what] = found;
  const ask =
    what === 'verifying'
      ? prepareVerifying(catalog, inventory, target)
      : () => answer(catalog, inventory, target);
  const said = ask();
  const spread = timeCalls(ask, RUNS);
  console.log(JSON.stringify({ said, spread }));
}
