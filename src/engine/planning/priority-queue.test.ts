import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PriorityQueue } from './priority-queue';

function drain<T>(queue: PriorityQueue<T>): T[] {
  const taken: T[] = [];
  for (let item = queue.pop(); item !== undefined; item = queue.pop()) taken.push(item);
  return taken;
}

const numbers = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 });
const ascending = (a: number, b: number) => a - b;
const descending = (a: number, b: number) => b - a;

describe('a priority queue', () => {
  it('gives the least that is in it at any time', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { maxLength: 30 }), (asked) => {
        const queue = new PriorityQueue<number>(ascending);
        let inside: number[] = [];
        for (const number of asked) {
          if (number === null) {
            const least = inside.sort(ascending)[0];
            expect(queue.pop()).toBe(least);
            inside = inside.slice(1);
          } else {
            queue.push(number);
            inside.push(number);
          }
        }
        expect(drain(queue)).toEqual(inside.sort(ascending));
      }),
      { numRuns: 100 },
    );
  });

  it('goes on in another order when told to, with what is in it and what comes', () => {
    fc.assert(
      fc.property(numbers, numbers, (before, after) => {
        const queue = new PriorityQueue<number>(ascending);
        for (const number of before) queue.push(number);
        queue.reorder(descending);
        for (const number of after) queue.push(number);
        expect(drain(queue)).toEqual([...before, ...after].sort(descending));
      }),
      { numRuns: 100 },
    );
  });

  it('compares nothing but what is in it', () => {
    const queue = new PriorityQueue<{ readonly rank: number }>((a, b) => a.rank - b.rank);
    for (const rank of [3, 1, 2, 4, 0]) queue.push({ rank });
    expect(drain(queue).map(({ rank }) => rank)).toEqual([0, 1, 2, 3, 4]);
  });

  it('compares few: with a thousand in it, one more or one less takes some twenty comparisons', () => {
    let compared = 0;
    const queue = new PriorityQueue<number>((a, b) => {
      compared += 1;
      return a - b;
    });
    for (let i = 0; i < 1000; i++) queue.push((i * 7919) % 1009);
    compared = 0;
    queue.push(-1);
    expect(compared).toBeLessThanOrEqual(10);
    compared = 0;
    for (let i = 0; i < 100; i++) queue.pop();
    expect(compared).toBeLessThanOrEqual(100 * 20);
    compared = 0;
    queue.push(5000);
    expect(compared).toBe(1);
  });
});
