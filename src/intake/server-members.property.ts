/** Servers that become one row: none is lost from the count, and the version is the oldest of theirs. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareVersions } from '../engine/model';
import { buildCatalog } from '../testing/build';
import { RUNS } from '../testing/runs';
import type { FoundRow } from './reader';
import { joinServers } from './server-members';

const catalog = buildCatalog();
const versions = ['1.9.0', '1.10.0', '1.10.0-rc.1', '2.0.0', 'v1.10.0'];

interface Given {
  readonly component: string;
  readonly version: string;
  readonly count: number;
  readonly cluster: string;
}

const given = fc.record<Given>({
  component: fc.constantFrom('server', 'server', 'client', 'nothing'),
  version: fc.constantFrom(...versions, 'latest'),
  count: fc.integer({ min: 1, max: 9 }),
  cluster: fc.constantFrom('a', 'b'),
});

function rowOf({ component, version, count, cluster }: Given): FoundRow {
  const labels = new Map([['cluster', cluster]]);
  return {
    cells: { component, version, count: String(count), protocols: [], labels },
    at: {},
    fallbackName: '',
  };
}

const clusterOf = ({ cells }: FoundRow) => cells.labels.get('cluster') ?? '';
const isServer = ({ component, version }: Given) => component === 'server' && version !== 'latest';
const bare = (version: string | undefined) => (version ?? '').replace('v', '');

it('joins the servers of a cluster to one row with all of them at the oldest version, and leaves the rest', () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 12 }), (all) => {
      const rows = all.map(rowOf);
      const joined = joinServers(rows, catalog, clusterOf);
      const others = rows.filter((_, i) => !isServer(all[i] as Given));
      expect(joined.rows.filter((row) => others.includes(row))).toEqual(others);
      const made = joined.rows.filter((row) => !others.includes(row));
      let mixed = 0;
      for (const cluster of ['a', 'b']) {
        const members = all.filter((one) => isServer(one) && one.cluster === cluster);
        const own = made.filter((row) => clusterOf(row) === cluster);
        expect(own).toHaveLength(members.length === 0 ? 0 : 1);
        for (const { cells } of own) {
          expect(Number(cells.count)).toBe(members.reduce((sum, { count }) => sum + count, 0));
          const orders = members.map(({ version }) => compareVersions(bare(version), bare(cells.version)));
          expect(Math.min(...orders)).toBe(0);
          if (orders.some((order) => order > 0)) mixed += 1;
        }
      }
      expect(joined.remarks.map(({ code }) => code)).toEqual(Array(mixed).fill('rolling-upgrade'));
    }),
    { numRuns: RUNS },
  );
});
