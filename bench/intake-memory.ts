/** How much memory does it take to read a table? In a process of its own, so that nothing else counts; called by intake.ts. */
import { openFile } from '../src/intake/open-file';
import { readFiles } from '../src/intake/read-files';
import { openSource } from './file-source';
import { peakMemory } from './own-memory';
import { loadWaypoint } from './waypoint-fleet';

const catalog = loadWaypoint();

const [, , path = ''] = process.argv;
const before = peakMemory();
const source = await openSource(path);
const { entries } = await readFiles([{ name: '', material: await openFile(source) }], catalog);
await source.close();
console.log(JSON.stringify({ before, peak: peakMemory(), entries: entries.length }));
