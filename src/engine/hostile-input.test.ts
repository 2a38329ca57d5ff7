/** Input that nobody should write gets an answer, or a problem with its place. How soon, `npm run bench` measures. */
import { describe, expect, it } from 'vitest';
import { buildCatalog, buildInventory, type Draft, draftCatalog, draftInventory } from '../testing/build';
import { parseCatalog } from './parsing/parse-catalog';
import { parseInventory } from './parsing/parse-inventory';
import { planUpgrade } from './plan-upgrade';
import { verifyPlan } from './verification/verify-plan';

const LONG = '1'.repeat(10_000);

const numbered = (count: number, fields: (i: number) => Draft): Draft[] =>
  Array.from({ length: count }, (_, i) => ({ version: `${i + 1}.0.0`, ...fields(i) }));
const server = { name: 'server', component: 'server', version: '1.0.0' };
const ci = { name: 'ci', component: 'client', version: '1.0.0' };
const same = () => ({ protocols: { api: [1, 1] } });

function planFor(fields: Draft, target: string, entries: readonly Draft[] = [server, ci]) {
  const catalog = buildCatalog(fields);
  const inventory = buildInventory(catalog, entries);
  const plan = planUpgrade(catalog, inventory, { target });
  return { plan, isAccepted: verifyPlan(catalog, inventory, { target }, plan).ok };
}

function problemsOf(json: unknown): { code: string; path: string }[] {
  const parsed = parseCatalog(json);
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => ({ code, path }));
}

describe('catalogs that contradict themselves', () => {
  it('hops in a circle lead nowhere, and the first that is shut is named', () => {
    const releases = [
      { version: '1.0.0', ...same() },
      { version: '2.0.0', ...same(), upgradeFrom: '>=3.0.0' },
      { version: '3.0.0', ...same(), upgradeFrom: '=2.0.0' },
    ];
    expect(planFor({ releases }, '3.0.0').plan).toMatchObject({
      status: 'blocked',
      causes: [{ code: 'hop', from: '1.0.0', to: '2.0.0', upgradeFrom: '>=3.0.0' }],
    });
  });

  it('a hop range that nothing satisfies is the cause', () => {
    const releases = numbered(20, (i) => ({ ...same(), ...(i === 19 && { upgradeFrom: '<0.0.0-0' }) }));
    expect(planFor({ releases }, '20.0.0').plan).toMatchObject({
      status: 'blocked',
      causes: [{ code: 'hop', to: '20.0.0', upgradeFrom: '<0.0.0-0' }],
      unblock: expect.arrayContaining([expect.objectContaining({ code: 'allow-skips' })]),
    });
  });

  it('builders that build each other never move, and block only where they would have to', () => {
    const components = {
      server: { name: 'Server', role: 'server' },
      client: { name: 'Client', role: 'client', speaks: ['api'], builtWith: ['app'] },
      app: { name: 'App', role: 'agent', speaks: ['api'], builtWith: ['client'] },
    };
    const entries = [server, ci, { name: 'web', component: 'app', version: '1.0.0' }];
    const releases = numbered(6, (i) => ({ protocols: { api: [Math.max(1, i - 2), i + 1] } }));
    expect(planFor({ components, releases }, '3.0.0', entries)).toMatchObject({
      plan: { status: 'ready', kind: 'standard' },
      isAccepted: true,
    });
    const { plan } = planFor({ components, releases }, '6.0.0', entries);
    expect(plan.status).toBe('blocked');
    expect(plan.causes.length).toBeGreaterThan(0);
  });

  it('an incident that breaks every pair blocks, and is named', () => {
    const incidents = [{ id: 'all', component: 'client', severity: 'broken', summary: 's', source: 's' }];
    expect(planFor({ incidents, releases: numbered(3, same) }, '3.0.0').plan).toMatchObject({
      status: 'blocked',
      causes: [{ code: 'entry', entry: 'ci', clash: { kind: 'incident', incident: 'all' } }],
    });
  });

  it('protocol versions may go up to 2³²', () => {
    const releases = numbered(4, (i) => ({ protocols: { api: [1 + i, 2 ** 32 - 4 + i] } }));
    expect(planFor({ releases }, '4.0.0')).toMatchObject({ plan: { status: 'ready' }, isAccepted: true });
  });
});

describe('catalogs and inventories that are too much', () => {
  it('ten thousand releases are read', () => {
    const parsed = parseCatalog(draftCatalog({ releases: numbered(10_000, same).reverse() }));
    expect(parsed.ok && parsed.value.releases.at(-1)?.version).toBe('10000.0.0');
  });

  it('ten thousand wrong ones get so many problems as one can read, from the first on', () => {
    const upsideDown = problemsOf(
      draftCatalog({ releases: numbered(10_000, () => ({ protocols: { api: [2, 1] } })) }),
    );
    expect(upsideDown).toHaveLength(200);
    expect(upsideDown[0]).toEqual({ code: 'range-inverted', path: 'releases[0].protocols.api' });
    const shapeless = problemsOf(
      draftCatalog({ releases: numbered(10_000, () => ({ protocols: { api: 1 } })) }),
    );
    expect(shapeless).toHaveLength(100);
    expect(shapeless[0]?.path).toBe('releases[0].protocols.api');
  });

  it('a text of ten thousand characters is refused in its place', () => {
    expect(problemsOf(draftCatalog({ releases: [{ version: LONG }] }))).toEqual([
      { code: 'out-of-bounds', path: 'releases[0].version' },
    ]);
    expect(problemsOf(draftCatalog({ releases: [{ version: '1.0.0', upgradeFrom: LONG }] }))).toEqual([
      { code: 'out-of-bounds', path: 'releases[0].upgradeFrom' },
    ]);
    const inventory = parseInventory(draftInventory([{ ...server, version: LONG }]), buildCatalog());
    expect(inventory).toMatchObject({
      ok: false,
      problems: [{ code: 'out-of-bounds', path: 'entries[0].version' }],
    });
  });

  it('five hundred entries of one kind are planned for like one', () => {
    const releases = numbered(8, (i) => ({ protocols: { api: [Math.max(1, i - 1), i + 1] } }));
    const many = Array.from({ length: 500 }, (_, i) => ({ ...ci, name: `ci-${i}` }));
    const one = planFor({ releases }, '8.0.0');
    const all = planFor({ releases }, '8.0.0', [server, ...many]);
    const moves = one.plan.steps.filter(({ entry }) => entry === 'ci').length;
    expect(all.plan.steps.filter(({ component }) => component === 'client')).toHaveLength(moves * 500);
    expect(moves).toBeGreaterThan(0);
  });
});
