/** What was brought to be read: files, folders, texts. Each keeps what was chosen and corrected by hand for it. */
import * as texts from '../../texts/page';
import type { ColumnMeaning, Correction, ImportSource } from './reading';

/** A row that was corrected, with what it is known by: once it is right, the reading tells of it no more. */
export interface CorrectedRow extends Correction {
  /** '' where the file gives none. */
  readonly name: string;
  /** `line 3`. */
  readonly place: string;
}

export interface BroughtSource extends ImportSource {
  /** Stable, also when what was chosen for it changes. */
  readonly id: string;
  readonly corrections?: readonly CorrectedRow[] | undefined;
}

export type NewSource = Pick<ImportSource, 'name' | 'content'>;

/** More are no inventory, but a folder that was taken by mistake. */
export const MAX_SOURCES = 200;
/** The text that stands in the field for it. */
export const TYPED_ID = 'text';
export const PASTED_NAME = texts.pastedText;

let lastId = 0;

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  return free;
}

/** Names tell them apart wherever a problem is said, so that each has one of its own. */
export function addSources(known: readonly BroughtSource[], more: readonly NewSource[]): BroughtSource[] {
  const sources = [...known];
  const names = new Set(sources.map(({ name }) => name));
  for (const { name, content } of more) {
    const isTyped = typeof content === 'string' && sources.every(({ id }) => id !== TYPED_ID);
    lastId += 1;
    const own = freeName(name, names);
    names.add(own);
    sources.push({ id: isTyped ? TYPED_ID : `source-${lastId}`, name: own, content });
  }
  return sources;
}

/** What stands in the field for text. Without any, it is no source. */
export function typeText(known: readonly BroughtSource[], text: string): BroughtSource[] {
  const others = known.filter(({ id }) => id !== TYPED_ID);
  if (text.trim() === '') return others;
  const typed = known.find(({ id }) => id === TYPED_ID);
  if (typed === undefined) return addSources(known, [{ name: PASTED_NAME, content: text }]);
  // Rows that were corrected may be others now.
  return known.map((source) => (source === typed ? { ...source, content: text, corrections: [] } : source));
}

// What was corrected by hand was in the rows of before.

export function chooseReader(
  { id, name, content }: BroughtSource,
  reader: string | undefined,
): BroughtSource {
  return { id, name, content, reader };
}

export function chooseColumns(
  { id, name, content, reader }: BroughtSource,
  columns: readonly ColumnMeaning[],
): BroughtSource {
  return { id, name, content, reader, columns };
}
