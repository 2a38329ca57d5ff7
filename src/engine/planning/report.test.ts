import { describe, expect, it } from 'vitest';
import { PlanningStopped } from '../model';
import { reportTo } from './report';

describe('reports of a search', () => {
  it('come after every twenty thousand pieces of work, with the budget, and not at the start', () => {
    const heard: [work: number, budget: number][] = [];
    const report = reportTo({ onProgress: (work, budget) => heard.push([work, budget]) }, 1_000_000);
    for (const work of [0, 1, 19_999, 20_000, 20_001, 39_999, 40_000, 90_000, 100_000, 110_000]) report(work);
    expect(heard).toEqual([
      [20_000, 1_000_000],
      [40_000, 1_000_000],
      [90_000, 1_000_000],
      [110_000, 1_000_000],
    ]);
  });

  it('end it where they are due and it is told to stop; at the start they always are', () => {
    const signal = { aborted: false };
    const report = reportTo({ signal }, 1_000_000);
    report(0);
    report(30_000);
    signal.aborted = true;
    expect(() => report(49_999)).not.toThrow();
    expect(() => report(50_000)).toThrow(PlanningStopped);
    expect(() => reportTo({ signal }, 1_000_000)(0)).toThrow(PlanningStopped);
    expect(() => reportTo({}, 1_000_000)(50_000)).not.toThrow();
  });
});
