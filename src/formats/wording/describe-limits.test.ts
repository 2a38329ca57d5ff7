import { expect, it } from 'vitest';
import { tracePlan } from '../../engine/assessment/trace-plan';
import { planUpgrade } from '../../engine/plan-upgrade';
import { buildCatalog, buildInventory } from '../../testing/build';
import { describeLimits } from './describe-limits';

/** With the server of 2.0.0 clients of 1.0.0 are slow; with the one of 3.0.0 they are not. */
const catalog = buildCatalog({
  protocols: { api: { name: 'API' } },
  components: {
    server: { name: 'Server', role: 'server' },
    client: { name: 'Client', role: 'client', speaks: ['api'] },
  },
  releases: ['1.0.0', '2.0.0', '3.0.0'].map((version, i) => ({
    version,
    protocols: { api: [1, 1] },
    ...(i > 0 && { upgradeFrom: `>=${i}.0.0 <${i + 1}.0.0` }),
  })),
  incidents: [
    {
      id: 'slow',
      component: 'client',
      versions: '1.0.0',
      server: '2.0.0',
      severity: 'degraded',
      summary: 'Logs come late.',
      source: 'notes',
    },
  ],
});

function limitsOf(target: string, clients: readonly string[], server = '1.0.0') {
  const inventory = buildInventory(catalog, [
    { name: 'server', component: 'server', version: server },
    ...clients.map((name) => ({ name, component: 'client', version: '1.0.0' })),
  ]);
  const plan = planUpgrade(catalog, inventory, { target });
  return describeLimits(catalog, tracePlan(catalog, inventory, plan));
}

it('says who begins to be limited in which stage, and why, once', () => {
  expect(limitsOf('3.0.0', ['ci'])).toEqual([
    { stage: 1, text: 'ci 1.0.0 with the server 2.0.0, from stage 1 on: Logs come late.' },
  ]);
  expect(limitsOf('3.0.0', ['ci'], '2.0.0')).toEqual([
    { stage: 0, text: 'ci 1.0.0 with the server 2.0.0, today: Logs come late.' },
  ]);
  expect(limitsOf('1.0.0', ['ci'])).toEqual([]);
});

it('names those alike together, and of many the first', () => {
  const many = Array.from({ length: 8 }, (_, i) => `ci-${i}`);
  expect(limitsOf('2.0.0', many).map(({ text }) => text)).toEqual([
    'ci-0, ci-1, ci-2, ci-3 and 4 more 1.0.0 with the server 2.0.0, from stage 1 on: Logs come late.',
  ]);
});
