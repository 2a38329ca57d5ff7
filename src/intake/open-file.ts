/**
 * How much of a file has to be read before it is known who reads it? A small one as a whole. Of a large one the beginning:
 * where that is for a reader of pieces, or nothing that is read, no more of it is. Of a gzip file only the first kilobytes
 * are: what a snapshot holds behind them is secret.
 */
import { detect } from './detect';
import { GZIP_BEGINNING, isGzip } from './gzip-beginning';
import { type Material, prepareBeginning, prepareMaterial } from './material';
import { READERS, readerMeant } from './reader-list';
import type { Source } from './source';
import { MAX_TEXT_LENGTH } from './text-limit';

/** Bytes that tell a gzip file. */
const MAGIC = 3;
const SMALL = 1024 * 1024;

/** `reader` is the id of the one that was chosen by hand. */
export async function openFile(source: Source, reader?: string): Promise<Material> {
  const { size } = source;
  const isPacked = size > GZIP_BEGINNING && isGzip(await source.read(0, MAGIC));
  if (isPacked) return prepareBeginning(source, GZIP_BEGINNING);
  if (size <= SMALL) return prepareMaterial(await source.read(0, size));
  const beginning = await prepareBeginning(source);
  const found = detect(beginning, READERS);
  const id = readerMeant(reader, found) ?? found[0]?.reader;
  const isFlowing = READERS.some((candidate) => candidate.id === id && candidate.isFlowing === true);
  const isHopeless = beginning.foreign !== undefined && id === undefined;
  if (isFlowing || isHopeless || size > MAX_TEXT_LENGTH) return beginning;
  return prepareMaterial(await source.read(0, size));
}
