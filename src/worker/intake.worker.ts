/** The intake behind the page: opens files, then reads them by the catalog that was chosen for them. */
import { expose } from 'comlink';
import { prepareMaterial } from '../intake/material';
import { openFile } from '../intake/open-file';
import { type IntakeFile, productOf, readFiles } from '../intake/read-files';
import { readerByHand } from '../intake/reader-list';
import type { Source } from '../intake/source';
import type { IntakeCalls } from './intake-calls';

let files: readonly IntakeFile[] = [];

function sourceOf(file: File): Source {
  return {
    size: file.size,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
}

const calls: IntakeCalls = {
  async open(sources) {
    const opened: IntakeFile[] = [];
    for (const { name, content, reader, columns, corrections } of sources) {
      const material =
        typeof content === 'string'
          ? await prepareMaterial(content)
          : await openFile(sourceOf(content), readerByHand(reader, columns));
      opened.push({ name, material, reader, columns, corrections });
    }
    files = opened;
    return opened.map(({ material }) => productOf(material)).find((product) => product !== undefined);
  },
  async read(catalog, options, onProgress) {
    const opened = files;
    // They may be large, and are not asked for again.
    files = [];
    return readFiles(opened, catalog, { ...options, onProgress });
  },
};

expose(calls);
