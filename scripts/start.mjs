/** `npm start`: installs what is missing, builds unless the build is fresh, and serves the built app. */
import { readFileSync } from 'node:fs';
import { ensurePackages } from './bootstrap.mjs';
import { buildWhenStale } from './build-when-stale.mjs';

ensurePackages();
buildWhenStale();

const { preview } = await import('vite');
// Vite takes the next free port where this one is taken.
const server = await preview({ preview: { host: '127.0.0.1', port: 4173 } });
const [address] = server.resolvedUrls?.local ?? [];
const lines = [['Causeway', address]];
for (const { id, name, sample } of JSON.parse(readFileSync('public/catalogs/index.json', 'utf8'))) {
  if (sample !== undefined) lines.push([`Sample: ${name}`, `${address}#sample=${id}`]);
}
const width = Math.max(...lines.map(([name]) => name.length));
console.log(
  `\n${lines.map(([name, url]) => `${name.padEnd(width)}  ${url}`).join('\n')}\n\nStop it with Ctrl+C.`,
);
