/** Builds the app, unless what is built was made from the same sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INPUTS = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const STAMP = 'dist/.build-stamp';

function* filesIn(path) {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}

function stampInputs() {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    for (const file of filesIn(input)) {
      const content = readFileSync(file);
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/** Exits with the build's own message where it fails. */
export function buildWhenStale() {
  const stamp = stampInputs();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  const { status } = spawnSync('node_modules/.bin/vite', ['build'], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  // The build empties its folder, the stamp with it: there is one only after a whole build.
  writeFileSync(STAMP, stamp);
}

if (process.argv[1]?.endsWith('build-when-stale.mjs')) buildWhenStale();
