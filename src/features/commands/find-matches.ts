/**
 * Which of many titles does a query mean?
 *
 * Each word of the query has to be in the title: at the beginning of a word best, else anywhere, else as letters in order.
 */

const WORDS = /[\s.,:/_-]+/;

/** 0: not at all. */
function rateWord(word: string, title: string, words: readonly string[]): number {
  if (words.some((candidate) => candidate === word)) return 4;
  if (title.startsWith(word) || words.some((candidate) => candidate.startsWith(word))) return 3;
  if (title.includes(word)) return 2;
  let at = -1;
  for (const letter of word) {
    at = title.indexOf(letter, at + 1);
    if (at < 0) return 0;
  }
  return word.length > 2 ? 1 : 0;
}

function rate(query: readonly string[], title: string): number {
  const words = title.split(WORDS);
  let sum = 0;
  for (const word of query) {
    const rating = rateWord(word, title, words);
    if (rating === 0) return 0;
    sum += rating;
  }
  // Of equals, the one that says less besides.
  return sum - title.length / 10_000;
}

/** The best first, at most `most`; those that match alike stay in their order. An empty query means none in particular. */
export function findMatches<T>(
  query: string,
  items: readonly T[],
  textOf: (item: T) => string,
  most: number,
): readonly T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items.slice(0, most);
  return items
    .map((item) => ({ item, rating: rate(words, textOf(item).slice(0, 300).toLowerCase()) }))
    .filter(({ rating }) => rating > 0)
    .sort((a, b) => b.rating - a.rating)
    .slice(0, most)
    .map(({ item }) => item);
}
