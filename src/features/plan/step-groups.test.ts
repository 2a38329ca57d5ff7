import { describe, expect, it } from 'vitest';
import { planUpgrade } from '../../engine';
import { loadShipped, multiplyConsumers } from '../../testing/build';
import { groupSteps } from './step-groups';

const { catalog, inventory } = loadShipped('worked-example');

const large = multiplyConsumers(inventory, 100);

describe('steps', () => {
  it('of many entries are told as one where they move alike', () => {
    const stages = groupSteps(catalog, large, planUpgrade(catalog, large, { target: '6.0.0' }));
    expect(
      stages.map(({ groups }) => groups.map(({ names, instances }) => [names.length, instances])),
    ).toEqual([[[1, 1]], [[100, 1200]], [[100, 4000]], [[1, 1]]]);
    expect(stages[1]?.groups[0]?.reason).toContain('each of them');
  });

  it('are each told once', () => {
    const plan = planUpgrade(catalog, large, { target: '6.0.0', consumers: 'align' });
    const told = groupSteps(catalog, large, plan).flatMap(({ groups }) =>
      groups.flatMap(({ indexes }) => indexes),
    );
    expect(told.toSorted((a, b) => a - b)).toEqual(plan.steps.map((_, i) => i));
  });

  it('of few entries are told one by one, in the order of the plan', () => {
    const stages = groupSteps(
      catalog,
      inventory,
      planUpgrade(catalog, inventory, { target: '6.0.0', consumers: 'align' }),
    );
    for (const { groups } of stages) {
      for (const { names } of groups) expect(names).toHaveLength(1);
      expect(groups.map(({ index }) => index)).toEqual(
        groups.map(({ index }) => index).toSorted((a, b) => a - b),
      );
    }
  });
});
