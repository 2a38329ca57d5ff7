import { describe, expect, it } from 'vitest';
import { planUpgrade } from '../../engine';
import { numberSteps } from '../../formats/number-steps';
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

  it('have the numbers that they have everywhere, one after the other where they are told as one', () => {
    const versions = ['3.3.0', '4.1.0'];
    const entries = large.entries.map((entry, i) =>
      entry.component === 'entrypoint' ? { ...entry, version: versions[i % 2] ?? '' } : entry,
    );
    const fleet = { ...large, entries };
    const plan = planUpgrade(catalog, fleet, { target: '6.0.0', consumers: 'align' });
    const groups = groupSteps(catalog, fleet, plan).flatMap((stage) => stage.groups);
    expect(groups.some(({ names }) => names.length > 1)).toBe(true);
    const numbers = new Map(numberSteps(plan.steps).map(({ index, number }) => [index, number]));
    let next = 1;
    for (const {
      numbers: [first, last],
      indexes,
    } of groups) {
      expect([first, last]).toEqual([next, next + indexes.length - 1]);
      expect(indexes.map((index) => numbers.get(index))).toEqual(indexes.map((_, i) => next + i));
      next = last + 1;
    }
  });

  it('of few entries are told one by one, in the order of their numbers', () => {
    const stages = groupSteps(
      catalog,
      inventory,
      planUpgrade(catalog, inventory, { target: '6.0.0', consumers: 'align' }),
    );
    for (const { groups } of stages) {
      for (const { names } of groups) expect(names).toHaveLength(1);
    }
    const numbers = stages.flatMap(({ groups }) => groups.map(({ numbers: [first] }) => first));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });
});
