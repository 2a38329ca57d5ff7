/**
 * Which words stand in a text as a whole? A part of one may be a version too, and another than the one that is there: `1.2.5`
 * in `1.2.50`, in `1.2.5-rc1` and in `11.2.5`.
 */

/**
 * Letters, digits and what versions have between them, as `prints` of a catalog counts words (docs/formats.md). Further `~` as
 * packages have it; a backslash and the code of a terminal, behind which the word may go on; and what could not be decoded.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the one before every code of a terminal
const WORD = /[\p{L}\p{M}\p{N}._+~\\\u001b\ufffd-]+/gu;

export function wordsIn(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of text.matchAll(WORD)) words.add(word);
  return words;
}
