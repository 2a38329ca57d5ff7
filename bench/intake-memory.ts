/** How much memory does it take to read a table? In a process of its own, so that nothing else counts; called by intake.ts. */
import { readFileSync } from 'node:fs';
import { type Catalog, parseCatalog } from '../src/engine';
import { openFile } from '../src/intake/open-file';
import { readFiles } from '../src/intake/read-files';
import { openSource } from './file-source';
import { peakMemory } from './own-memory';

const [, , path = ''] = process.argv;
const parsed = parseCatalog(JSON.parse(readFileSync('public/catalogs/waypoint.json', 'utf8')));
if (!parsed.ok) throw new Error('the catalog is wrong');
const catalog: Catalog = parsed.value;
const before = peakMemory();
const source = await openSource(path);
const { entries } = await readFiles([{ name: '', material: await openFile(source) }], catalog);
await source.close();
console.log(JSON.stringify({ before, peak: peakMemory(), entries: entries.length }));
