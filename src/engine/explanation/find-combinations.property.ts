/** What is offered together opens a way, and nothing of it can be left out; where two entries could be changed there is an offer. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instances } from '../../testing/instances';
import { askOracle } from '../../testing/oracle';
import { type ParsedInstance, parseInstance } from '../../testing/parse-instance';
import { fewerRuns } from '../../testing/runs';
import type { Plan, SingleUnblock } from '../model';
import { planUpgrade } from '../plan-upgrade';
import { applyUnblock } from './apply-unblock';
import { buildingComponents } from './changes-tried';

function holdsWhereBlocked(check: (instance: ParsedInstance, plan: Plan) => void): void {
  fc.assert(
    fc.property(instances, (raw) => {
      const instance = parseInstance(raw);
      const plan = planUpgrade(instance.catalog, instance.inventory, instance.goal);
      if (plan.status === 'blocked') check(instance, plan);
    }),
    { numRuns: Math.max(fewerRuns(4), 400) },
  );
}

function opens({ catalog, inventory, goal }: ParsedInstance, changes: readonly SingleUnblock[]): boolean {
  const changed = applyUnblock(catalog, inventory, goal, { code: 'together', changes: [...changes] });
  return askOracle(catalog, changed.inventory, changed.goal).status !== 'blocked';
}

function partsOf<T>(items: readonly T[]): T[][] {
  const parts: T[][] = [[]];
  for (const item of items) parts.push(...parts.map((part) => [...part, item]));
  return parts;
}

it('opens a way together, and no part of it does', () => {
  let seen = 0;
  holdsWhereBlocked((instance, plan) => {
    for (const offer of plan.unblock) {
      if (offer.code !== 'together') continue;
      seen += 1;
      for (const part of partsOf(offer.changes)) {
        expect(opens(instance, part)).toBe(part.length === offer.changes.length);
      }
    }
  });
  expect(seen).toBeGreaterThan(0);
});

it('is offered only where nothing helps alone, but perhaps another target, which is no part of it then', () => {
  holdsWhereBlocked((_, plan) => {
    const together = plan.unblock.filter((offer) => offer.code === 'together');
    if (together.length === 0) return;
    const alone = plan.unblock.filter((offer) => offer.code !== 'together');
    expect(alone.filter(({ code }) => code !== 'target')).toEqual([]);
    if (alone.length === 0) return;
    expect(together.flatMap(({ changes }) => changes).map(({ code }) => code)).not.toContain('target');
  });
});

it('is there wherever letting go or taking out two entries opens a way, and is no more than these two', () => {
  holdsWhereBlocked((instance, plan) => {
    const building = buildingComponents(instance.catalog);
    const changes = instance.inventory.entries
      .slice(1)
      .flatMap(({ name, component, pinned }) => [
        ...(pinned === undefined ? [] : [{ code: 'unpin' as const, entry: name }]),
        ...(building.has(component) ? [] : [{ code: 'retire' as const, entry: name }]),
      ]);
    const pairs = changes.flatMap((a, i) =>
      changes.slice(i + 1).flatMap((b) => (a.entry === b.entry ? [] : [[a, b]])),
    );
    if (!pairs.some((pair) => opens(instance, pair))) return;
    expect(plan.unblock).not.toEqual([]);
    for (const offer of plan.unblock) {
      if (offer.code === 'together') expect(offer.changes).toHaveLength(2);
    }
  });
});
