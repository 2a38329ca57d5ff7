/**
 * Does the first load stay within its budget?
 *
 * First load: the scripts and styles that index.html names, and all that these import statically. What loads later
 * (workers, lazy parts), catalogs and fonts are listed and not counted.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 115;

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const first = new Set();

function addStatic(key) {
  const chunk = manifest[key];
  if (!chunk || first.has(chunk.file)) return;
  first.add(chunk.file);
  for (const style of chunk.css ?? []) first.add(style);
  for (const next of chunk.imports ?? []) addStatic(next);
}

for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) addStatic(key);

const html = readFileSync('dist/index.html', 'utf8');
for (const [, path] of html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g)) first.add(path);

const sizeOf = (file) => gzipSync(readFileSync(join('dist', file)), { level: 9 }).length / 1000;
const assets = readdirSync('dist/assets').map((name) => `assets/${name}`);
const rows = assets.map((file) => ({ file, kB: sizeOf(file), isFirst: first.has(file) }));
rows.sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.kB - a.kB);
for (const { file, kB, isFirst } of rows)
  console.log(`${isFirst ? 'first' : 'later'}  ${kB.toFixed(1).padStart(7)} kB  ${file}`);

const total = rows.reduce((sum, row) => sum + (row.isFirst ? row.kB : 0), 0);
if (first.size === 0) throw new Error('found no first load in dist/index.html; is the build complete?');
console.log(`First load: ${total.toFixed(1)} kB gzip of at most ${BUDGET_KB} kB`);
if (total > BUDGET_KB) {
  console.error(`The first load is ${(total - BUDGET_KB).toFixed(1)} kB over its budget.`);
  process.exit(1);
}
