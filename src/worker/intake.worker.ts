/** The intake behind the page: looks at files, then reads them by the catalog that was chosen for them. */
import { expose } from 'comlink';
import { findProduct } from '../intake/find-product';
import type { ClosedFile, IntakeFile } from '../intake/intake-file';
import { prepareMaterial } from '../intake/material';
import { openFile } from '../intake/open-file';
import { readFiles } from '../intake/read-files';
import { readerByHand } from '../intake/reader-list';
import type { Source } from '../intake/source';
import type { IntakeCalls, IntakeSource } from './intake-calls';

let files: readonly IntakeFile[] = [];

function sourceOf(file: File): Source {
  return {
    size: file.size,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
}

function closeSource({ content, reader, columns }: IntakeSource): ClosedFile {
  if (typeof content === 'string') return { size: content.length, open: () => prepareMaterial(content) };
  const byHand = readerByHand(reader, columns);
  return { size: content.size, open: () => openFile(sourceOf(content), byHand) };
}

const calls: IntakeCalls = {
  async open(sources) {
    files = sources.map((source) => {
      const { name, reader, columns, corrections } = source;
      return { name, material: closeSource(source), reader, columns, corrections };
    });
    return findProduct(files);
  },
  async read(catalog, options, onProgress) {
    const closed = files;
    files = [];
    return readFiles(closed, catalog, { ...options, onProgress });
  },
};

expose(calls);
