/** What a cause says is so: its numbers are those of the catalog, at a version that the server would pass. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instances } from '../../testing/instances';
import { askOracle } from '../../testing/oracle';
import { type ParsedInstance, parseInstance } from '../../testing/parse-instance';
import { RUNS } from '../../testing/runs';
import { assessPair } from '../compatibility/assess-pair';
import { refusalOf } from '../compatibility/refusal';
import { releaseLine } from '../compatibility/release-line';
import { type Cause, compareVersions, isInRange, type Plan } from '../model';
import { planUpgrade } from '../plan-upgrade';

function clashesOf({ catalog, inventory }: ParsedInstance, name: string, version: string, server: string) {
  const [own] = inventory.entries;
  const entry = inventory.entries.find((candidate) => candidate.name === name);
  if (entry === undefined || own === undefined) throw new Error(`no entry ${name}`);
  return assessPair(
    catalog,
    {
      component: entry.component,
      version,
      advertised: version === entry.version ? entry.protocols : undefined,
    },
    { version: server, advertised: server === own.version ? own.protocols : undefined },
    inventory.facts,
  ).clashes;
}

function holds(check: (instance: ParsedInstance, plan: Plan, cause: Cause) => void): void {
  fc.assert(
    fc.property(instances, (raw) => {
      const instance = parseInstance(raw);
      const plan = planUpgrade(instance.catalog, instance.inventory, instance.goal);
      for (const cause of plan.causes) check(instance, plan, cause);
    }),
    { numRuns: Math.max(RUNS, 60) },
  );
}

describe('a cause', () => {
  it('that names an entry says of it what the inventory says', () => {
    holds(({ inventory }, _, cause) => {
      if (!('entry' in cause)) return;
      const entry = inventory.entries.find(({ name }) => name === cause.entry);
      expect(entry).toBeDefined();
      if ('component' in cause) expect(cause.component).toBe(entry?.component);
      if ('version' in cause) expect(cause.version).toBe(entry?.version);
      if (cause.code !== 'builder') expect(cause.pinned).toBe(entry?.pinned);
    });
  });

  it('with a clash says what clashes first, at a version that the server would pass', () => {
    holds((instance, _, cause) => {
      if (!('clash' in cause) || cause.clash === undefined || cause.server === undefined) return;
      const version = cause.code === 'entry-goal' ? cause.target : cause.version;
      expect(clashesOf(instance, cause.entry, version, cause.server)[0]).toEqual(cause.clash);
      const own = instance.inventory.entries[0]?.version ?? '';
      expect(compareVersions(cause.server, own)).toBeGreaterThanOrEqual(0);
      expect(compareVersions(cause.server, instance.goal.target)).toBeLessThanOrEqual(0);
      // Where it fails at the target, that is what is said.
      const atTarget = clashesOf(instance, cause.entry, version, instance.goal.target).length > 0;
      const isListed = instance.catalog.releases.some((r) => r.version === instance.goal.target);
      if (cause.code !== 'conflict' && atTarget && isListed) expect(cause.server).toBe(instance.goal.target);
    });
  });

  it('is of the goal only where without it the entry would not stand in the way', () => {
    holds(({ catalog, inventory, goal }, _, cause) => {
      if (cause.code !== 'entry-goal') return;
      const entries = inventory.entries.filter(({ name }, i) => i === 0 || name === cause.entry);
      const free = { ...goal, entries: {}, consumers: 'keep' as const };
      expect(askOracle(catalog, { ...inventory, entries }, free).status).not.toBe('blocked');
      const exact = goal.entries[cause.entry];
      expect(cause.target).toBe(exact ?? goal.target);
      if (exact === undefined) expect(goal.consumers).toBe('align');
      const line = releaseLine(catalog, cause.component);
      const refused = refusalOf(line, cause.target, inventory.facts, goal.prereleases);
      if (cause.target !== cause.version) {
        expect(cause.refusal).toBe(refused?.refusal);
        expect(cause.detail).toBe(refused?.detail);
      }
    });
  });

  it('of a hop names a range that the server is outside of', () => {
    holds(({ catalog, inventory, goal }, _, cause) => {
      if (cause.code !== 'hop') return;
      const release = catalog.releases.find(({ version }) => version === cause.to);
      expect(cause.upgradeFrom).toBe(release?.upgradeFrom);
      if (cause.upgradeFrom !== undefined) expect(isInRange(cause.from, cause.upgradeFrom)).toBe(false);
      expect(goal.allowSkips).toBe(false);
      expect(compareVersions(cause.from, inventory.entries[0]?.version ?? '')).toBeGreaterThanOrEqual(0);
      expect(compareVersions(cause.to, cause.from)).toBeGreaterThan(0);
    });
  });

  it('of the server alone is said alone', () => {
    holds(({ catalog, inventory, goal }, plan, cause) => {
      const [server] = inventory.entries;
      if (cause.code === 'server-pinned')
        expect(server).toMatchObject({ name: cause.entry, pinned: cause.pinned });
      if (cause.code === 'target') {
        const line = releaseLine(catalog, server?.component ?? '');
        const refused = refusalOf(line, goal.target, inventory.facts, goal.prereleases);
        expect(refused).toEqual({
          refusal: cause.refusal,
          ...(cause.detail !== undefined && { detail: cause.detail }),
        });
      }
      if (cause.code === 'server-pinned' || cause.code === 'target') expect(plan.causes).toHaveLength(1);
    });
  });

  it('stands beside all others that block on their own, and no more', () => {
    holds(({ catalog, inventory, goal }, plan, cause) => {
      if (!('entry' in cause) || cause.code === 'server-pinned' || cause !== plan.causes[0]) return;
      const [, ...consumers] = inventory.entries;
      const alone = consumers.filter(({ name }) => {
        const entries = inventory.entries.filter((entry, i) => i === 0 || entry.name === name);
        const exact = Object.entries(goal.entries).filter(([other]) => other === name);
        const its = { ...goal, entries: Object.fromEntries(exact) };
        return askOracle(catalog, { ...inventory, entries }, its).status === 'blocked';
      });
      const named = alone.length > 0 ? [cause.entry, ...(plan.alsoBlocking ?? [])] : [];
      expect(named.toSorted()).toEqual(alone.map(({ name }) => name).toSorted());
      if (alone.length === 0) expect(plan.alsoBlocking).toEqual([]);
    });
  });
});
