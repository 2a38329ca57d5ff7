/**
 * A fleet of nothing, planned for before anybody asks: browsers compile code when it first runs, and a plan that is waited
 * for would wait for that as well.
 */
import type { Catalog, Entry, Inventory, ParsedGoal } from '../engine';

const SERIES = 4;

function toRelease(series: number): Catalog['releases'][number] {
  const range: [number, number] = [Math.max(1, series - 1), series];
  return {
    version: `${series}.0.0`,
    protocols: { api: range, app: range },
    ...(series > 1 && { upgradeFrom: `>=${series - 1}.0.0` }),
  };
}

function toEntry(component: string): Entry {
  return { name: component, component, version: '1.0.0', count: 1 };
}

const named = { name: '' };

/** Has some of all that plans depend on: hops, two protocols, a builder, incidents and an open fact. */
export const catalog: Catalog = {
  ...named,
  format: 'causeway/catalog@1',
  id: 'rehearsal',
  updated: '',
  granularity: 'patch',
  protocols: { api: named, app: named },
  components: {
    server: { ...named, role: 'server' },
    client: { ...named, role: 'client', speaks: ['api'] },
    agent: { ...named, role: 'agent', speaks: ['app'], builtWith: ['client'] },
  },
  disruption: [],
  facts: { asked: { question: '', options: { yes: '', no: '' } } },
  incidents: [
    {
      id: 'broken',
      component: 'client',
      versions: '1.0.0',
      server: '2.0.0',
      severity: 'broken',
      if: { asked: ['yes'] },
      summary: '',
      source: '',
    },
    { id: 'degraded', component: 'client', versions: '2.0.0', severity: 'degraded', summary: '', source: '' },
  ],
  procedures: [],
  parameters: {},
  charts: [],
  releases: Array.from({ length: SERIES }, (_, i) => toRelease(i + 1)),
};

export const inventory: Inventory = {
  format: 'causeway/inventory@1',
  product: catalog.id,
  facts: {},
  entries: ['server', 'client', 'agent'].map(toEntry),
};

export const goal: ParsedGoal = {
  target: `${SERIES}.0.0`,
  consumers: 'align',
  entries: {},
  allowSkips: false,
  prereleases: false,
};
