/**
 * Which reader is the one for this file?
 *
 * All are asked; the surest wins, and among equally sure ones the first of the list. What is no text is shown to readers
 * of bytes only.
 */
import type { Recognised } from './intake-result';
import type { Material } from './material';
import type { Reader, Recognition, Sureness } from './reader';

const RANK: Record<Sureness, number> = { certain: 0, likely: 1, possible: 2 };

/** What a reader says of a file by itself. */
export function ask(reader: Reader, material: Material): Recognition | undefined {
  try {
    return reader.recognise(material);
  } catch {
    // A reader that fails at the sight of a file does not know it; the others may.
    return undefined;
  }
}

/** What it could be, the surest first; nothing where no reader knows it. */
export function detect(material: Material, readers: readonly Reader[]): readonly Recognised[] {
  return readers
    .filter(({ looksAt }) => material.foreign === undefined || looksAt === 'bytes')
    .flatMap((reader) => {
      const found = ask(reader, material);
      return found === undefined ? [] : [{ reader: reader.id, name: reader.name, ...found }];
    })
    .sort((a, b) => RANK[a.sureness] - RANK[b.sureness]);
}
