/** The intake behind the page: opens files, then reads them by the catalog that was chosen for them. */
import { expose } from 'comlink';
import { prepareMaterial } from '../intake/material';
import { type IntakeFile, productOf, readFiles } from '../intake/read-files';
import type { IntakeCalls } from './intake-calls';

let files: readonly IntakeFile[] = [];

const calls: IntakeCalls = {
  async open(sources) {
    const opened: IntakeFile[] = [];
    for (const { name, content, reader, columns } of sources) {
      const whole = typeof content === 'string' ? content : new Uint8Array(await content.arrayBuffer());
      opened.push({ name, material: await prepareMaterial(whole), reader, columns });
    }
    files = opened;
    return opened.map(({ material }) => productOf(material)).find((product) => product !== undefined);
  },
  read: (catalog, options) => readFiles(files, catalog, options),
};

expose(calls);
