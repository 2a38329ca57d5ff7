/** How much memory does it take to read tables? In a process of its own, so that nothing else counts; called by intake.ts. */
import { openFile } from '../src/intake/open-file';
import { readFiles } from '../src/intake/read-files';
import { openSource } from './file-source';
import { peakMemory } from './own-memory';
import { loadWaypoint } from './waypoint-fleet';

const catalog = loadWaypoint();

const paths = process.argv.slice(2);
const before = peakMemory();
const sources = await Promise.all(paths.map(openSource));
const files = sources.map((source, i) => ({
  name: paths.length === 1 ? '' : String(i + 1),
  material: { size: source.size, open: () => openFile(source) },
}));
const { entries } = await readFiles(files, catalog);
for (const source of sources) await source.close();
console.log(JSON.stringify({ before, peak: peakMemory(), entries: entries.length }));
