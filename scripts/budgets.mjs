/**
 * Does what is loaded stay within its budgets?
 *
 * First load: the scripts and styles that index.html names, and all that these import statically: the empty page can be used
 * then. With a plan: also what has to be there before a plan is seen, workers among it. What else loads later, catalogs and
 * fonts are listed and not counted.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 115;
const BUDGET_WITH_PLAN_KB = 236;
/** Of what is loaded for a plan, besides the first load. */
const FOR_A_PLAN = ['desk', 'plan-view'];
const PLANNER = /\/engine\.worker-/;

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const first = new Set();

function addStatic(key, files) {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const next of chunk.imports ?? []) addStatic(next, files);
}

for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) addStatic(key, first);

const html = readFileSync('dist/index.html', 'utf8');
for (const [, path] of html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g)) first.add(path);

const sizeOf = (file) => gzipSync(readFileSync(join('dist', file)), { level: 9 }).length / 1000;
const assets = readdirSync('dist/assets').map((name) => `assets/${name}`);

const withPlan = new Set(first);
for (const part of FOR_A_PLAN) {
  const keys = Object.keys(manifest).filter((key) => manifest[key].name === part);
  if (keys.length === 0) throw new Error(`the build has no part ${part}; was it renamed?`);
  for (const key of keys) addStatic(key, withPlan);
}
const planner = assets.filter((file) => PLANNER.test(file) && file.endsWith('.js'));
if (planner.length !== 1) throw new Error(`expected one planner in dist/assets, found ${planner.length}`);
for (const file of planner) withPlan.add(file);

const whenOf = (file) => (first.has(file) ? 'first' : withPlan.has(file) ? 'plan ' : 'later');
const rows = assets.map((file) => ({ file, kB: sizeOf(file), when: whenOf(file) }));
const order = ['first', 'plan ', 'later'];
rows.sort((a, b) => order.indexOf(a.when) - order.indexOf(b.when) || b.kB - a.kB);
for (const { file, kB, when } of rows) console.log(`${when}  ${kB.toFixed(1).padStart(7)} kB  ${file}`);
if (first.size === 0) throw new Error('found no first load in dist/index.html; is the build complete?');

const sizes = [
  { name: 'First load', files: first, budget: BUDGET_KB },
  { name: 'With a plan', files: withPlan, budget: BUDGET_WITH_PLAN_KB },
];
for (const { name, files, budget } of sizes) {
  const total = rows.reduce((sum, { file, kB }) => sum + (files.has(file) ? kB : 0), 0);
  console.log(`${name}: ${total.toFixed(1)} kB gzip of at most ${budget} kB`);
  if (total <= budget) continue;
  console.error(`${name}: ${(total - budget).toFixed(1)} kB over its budget.`);
  process.exitCode = 1;
}
