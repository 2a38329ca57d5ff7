/** `npm start`: installs what is missing, builds unless the build is fresh, and serves the built app. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages } from './bootstrap.mjs';

const INPUTS = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const STAMP = 'dist/.build-stamp';

function* filesIn(path) {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}

function inputStamp() {
  const hash = createHash('sha256');
  for (const input of INPUTS) for (const file of filesIn(input)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

ensurePackages();
const stamp = inputStamp();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== stamp) {
  const { status } = spawnSync('node_modules/.bin/vite', ['build'], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  writeFileSync(STAMP, stamp);
}

const { preview } = await import('vite');
// Vite takes the next free port where this one is taken.
const server = await preview({ preview: { host: '127.0.0.1', port: 4173 } });
const [address] = server.resolvedUrls?.local ?? [];
console.log(`
Causeway is at     ${address}
A sample plan is at ${address}#sample=worked-example
A real Waypoint fleet at ${address}#sample=waypoint

Stop it with Ctrl+C.`);
