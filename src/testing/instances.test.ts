import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planUpgrade } from '../engine/plan-upgrade';
import { instances } from './instances';
import { askOracle, type OracleAnswer } from './oracle';
import { type ParsedInstance, parseInstance } from './parse-instance';

interface Answered extends ParsedInstance {
  readonly best: OracleAnswer;
  readonly plan: ReturnType<typeof planUpgrade>;
}

const COUNT = 1500;
const sample: Answered[] = fc.sample(instances, { numRuns: COUNT, seed: 20_261_123 }).map((instance) => {
  const parsed = parseInstance(instance);
  const { catalog, inventory, goal } = parsed;
  return {
    ...parsed,
    best: askOracle(catalog, inventory, goal),
    plan: planUpgrade(catalog, inventory, goal),
  };
});
const share = (is: (answered: Answered) => boolean) => sample.filter(is).length / COUNT;
const consumerSteps = ({ plan, inventory }: Answered) =>
  plan.steps.filter((step) => step.entry !== inventory.entries[0]?.name);

describe('the generators yield a fair spread', () => {
  it.each<[story: string, atLeast: number, is: (answered: Answered) => boolean]>([
    ['ready', 0.35, ({ best }) => best.status === 'ready'],
    ['blocked', 0.1, ({ best }) => best.status === 'blocked'],
    ['done', 0.04, ({ best }) => best.status === 'done'],
    [
      'ready, nothing but the server moves',
      0.08,
      (a) => a.best.status === 'ready' && consumerSteps(a).length === 0,
    ],
    ['ready, consumers move', 0.15, (a) => consumerSteps(a).length > 0],
    ['ready, more than one consumer moves', 0.05, (a) => consumerSteps(a).length > 1],
    [
      'an entry moves twice',
      0.003,
      (a) => new Set(consumerSteps(a).map((s) => s.entry)).size < consumerSteps(a).length,
    ],
    [
      'the server stops for a consumer',
      0.01,
      ({ plan }) => plan.steps.some((s) => s.reason?.code === 'bridge'),
    ],
    [
      'the server stops for the hop rule',
      0.03,
      ({ plan }) => plan.steps.some((s) => s.reason?.code === 'required-stop'),
    ],
    ['something is mended', 0.05, ({ plan }) => plan.steps.some((s) => s.reason?.code === 'mend')],
    [
      'a builder moves for what it builds',
      0.01,
      ({ plan }) => plan.steps.some((s) => s.reason?.code === 'builder'),
    ],
    ['something may be left out', 0.02, ({ plan }) => plan.steps.some((s) => !s.required)],
    ['blocked by more than one cause', 0.01, ({ plan }) => plan.causes.length > 1],
    ['blocked, and something helps', 0.05, ({ plan }) => plan.unblock.length > 0],
    ['a fact that is open and decides', 0.005, ({ plan }) => (plan.openFacts ?? []).length > 0],
    ['broken from the start', 0.2, (a) => a.plan.kind === 'backwards-incompatible'],
  ])('%s: at least %f', (_, atLeast, is) => {
    expect(share(is)).toBeGreaterThanOrEqual(atLeast);
  });

  it.each<[feature: string, is: (answered: Answered) => boolean]>([
    ['hop rules', ({ catalog }) => catalog.releases.some((r) => r.upgradeFrom !== undefined)],
    ['withdrawn releases', ({ catalog }) => catalog.releases.some((r) => r.withdrawn !== undefined)],
    [
      'releases to be avoided on a condition',
      ({ catalog }) => catalog.releases.some((r) => r.avoid?.some((a) => a.if)),
    ],
    ['pinned entries', ({ inventory }) => inventory.entries.some((e) => e.pinned !== undefined)],
    ['advertised ranges', ({ inventory }) => inventory.entries.some((e) => e.protocols !== undefined)],
    ['broken incidents', ({ catalog }) => catalog.incidents.some((i) => i.severity === 'broken')],
    ['builders', ({ catalog }) => catalog.components.app?.builtWith !== undefined],
    ['a line of its own', ({ inventory }) => inventory.entries.some((e) => e.component === 'proxy')],
    [
      'a component that a release lacks',
      ({ catalog }) => catalog.releases.some((r) => Object.values(r.components ?? {}).includes(null)),
    ],
    [
      'ranges that fall again',
      ({ catalog }) =>
        catalog.releases.some(
          (r, i) => (r.protocols?.api?.[1] ?? 0) < (catalog.releases[i - 1]?.protocols?.api?.[1] ?? 0),
        ),
    ],
    ['exact targets', ({ goal }) => Object.keys(goal.entries).length > 0],
    ['align', ({ goal }) => goal.consumers === 'align'],
    ['skips', ({ goal }) => goal.allowSkips],
    ['versions that are not listed', ({ inventory }) => inventory.entries.some((e) => /7$/.test(e.version))],
    ['pre-releases', ({ catalog }) => catalog.releases.some((r) => r.version.includes('-'))],
    [
      'two entries that nothing tells apart',
      ({ inventory }) =>
        new Set(inventory.entries.map((e) => JSON.stringify({ ...e, name: '', count: 0 }))).size <
        inventory.entries.length,
    ],
  ])('%s: at least one in fifty', (_, is) => {
    expect(share(is)).toBeGreaterThanOrEqual(0.02);
  });
});
