/** The law of reach: what it says of a release is what planning for that release finds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instances } from '../../testing/instances';
import { parseInstance } from '../../testing/parse-instance';
import { fewerRuns } from '../../testing/runs';
import { serverEntryOf } from '../compatibility/server-entry';
import { compareVersions, type Plan } from '../model';
import { planUpgrade } from '../plan-upgrade';
import { reach } from './reach';

/** Each run plans for every release, twice. */
const FEWER_RUNS = Math.max(100, fewerRuns(10));

function statusOf({ status, steps }: Plan, server: string) {
  if (status === 'blocked') return 'blocked';
  if (status === 'done') return 'here';
  return steps.some(({ entry }) => entry !== server) ? 'moves' : 'standard';
}

it('agrees with the plan for every release, whether other parts stay or come along', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(instances, (raw) => {
      const { catalog, inventory, goal } = parseInstance(raw);
      const server = serverEntryOf(catalog, inventory);
      const counts = new Map(inventory.entries.map(({ name, count }) => [name, count]));
      const { target: _, ...wishes } = goal;
      const listed = catalog.releases
        .map(({ version }) => version)
        .filter((version) => compareVersions(version, server.version) >= 0);
      for (const consumers of ['keep', 'align'] as const) {
        const reached = reach(catalog, inventory, { ...wishes, consumers });
        const { [server.name]: __, ...entries } = wishes.entries;
        expect(reached.map(({ version }) => version)).toEqual(listed);
        for (const release of reached) {
          const plan = planUpgrade(catalog, inventory, {
            ...wishes,
            entries,
            consumers,
            target: release.version,
          });
          const ofServer = plan.steps.filter(({ entry }) => entry === server.name);
          const moved: Record<string, number> = {};
          for (const { entry, component } of plan.steps) {
            if (entry !== server.name) moved[component] = (moved[component] ?? 0) + (counts.get(entry) ?? 0);
          }
          expect(release.status).toBe(statusOf(plan, server.name));
          expect(release.hops).toBe(ofServer.length);
          expect(release.skips).toBe(ofServer.filter(({ skips }) => skips !== undefined).length);
          if (release.skips > 0) seen.add('skips');
          expect(Object.fromEntries(release.moved.map((m) => [m.component, m.instances]))).toEqual(moved);
          // In the same order, the worst first.
          const ofConsumers = plan.cost?.moved.filter(({ component }) => component !== server.component);
          expect(release.moved).toEqual(ofConsumers ?? []);
          expect(release.optimality).toBe('proven');
          expect(release.causes).toEqual(plan.causes);
          expect(release.causes.length > 0).toBe(release.status === 'blocked');
          seen.add(release.status);
        }
      }
    }),
    { numRuns: FEWER_RUNS },
  );
  expect([...seen].toSorted()).toEqual(['blocked', 'here', 'moves', 'skips', 'standard']);
});
