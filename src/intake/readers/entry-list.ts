/** Reads a bare list of entries, in JSON or YAML. */
import type { Reader } from '../reader';
import { readEntries } from './entry-rows';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const entryList: Reader = {
  id: 'entry-list',
  name: 'a list of entries (JSON, YAML)',
  looksAt: 'documents',
  recognise({ documents }) {
    const list = documents.values.length === 1 ? documents.values[0]?.value : undefined;
    if (!Array.isArray(list) || documents.kind === 'json-sequence') return undefined;
    const looksLikeEntries = list.some((item) => isRecord(item) && 'component' in item && 'version' in item);
    if (looksLikeEntries) {
      return { sureness: 'likely', why: 'It is a list whose items have a component and a version.' };
    }
    return documents.kind === 'json' ? { sureness: 'possible', why: 'It is a list.' } : undefined;
  },
  read({ documents }, catalog) {
    const list = documents.values[0]?.value;
    return { rows: Array.isArray(list) ? readEntries(list, [], catalog) : [] };
  },
};
