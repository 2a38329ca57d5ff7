/**
 * Builds one file as the page's code is built and runs it: what runs it as it stands keeps the name of every function, which
 * takes longer than some of them. `node scripts/run-built.mjs bench/readers.ts yaml`
 */
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { build } from 'vite';

const [, , file = '', ...rest] = process.argv;
const outDir = `.cache/built/${basename(file, '.ts')}`;
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: { ssr: file, outDir, emptyOutDir: true },
});
const { status } = spawnSync(process.execPath, [`${outDir}/${basename(file, '.ts')}.js`, ...rest], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
