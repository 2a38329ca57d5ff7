import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches } from './find-matches';

const find = (query: string, titles: readonly string[]) => findMatches(query, titles, (title) => title, 10);

describe('what a query means', () => {
  it('is all of them, in their order, where it is empty', () => {
    expect(find(' ', ['b', 'a'])).toEqual(['b', 'a']);
  });

  it.each<[string, string, string]>([
    ['exp', 'Export', 'Complex part'],
    ['0.11.4', 'Target 0.11.4', 'Target 0.11.40'],
    ['new plan', 'New plan', 'Plan renewed'],
    ['billing', 'billing', 'old-billing-service'],
    ['PLAN', 'Plans', 'Explanation'],
    ['shrtct', 'Show shortcuts', 'Theme'],
  ])('%s is rather "%s" than "%s"', (query, better, worse) => {
    expect(find(query, [worse, better])[0]).toBe(better);
  });

  it('is nothing that lacks one of its words', () => {
    expect(find('target xyz', ['Target 0.11.4'])).toEqual([]);
  });

  it('finds each title by itself and by any beginning of its words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,2}$/), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        (titles, at, cut) => {
          const title = titles[at % titles.length] ?? '';
          expect(find(title, titles)).toContain(title);
          const [word = ''] = title.split(' ');
          expect(find(word.slice(0, 1 + (cut % word.length)), titles)).toContain(title);
        },
      ),
    );
  });
});
