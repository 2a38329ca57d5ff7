/**
 * Writes the JSON Schemas in public/schemas from the schemas that the engine parses by; with `--check` it says whether
 * they are up to date.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { CatalogSchema, GoalSchema, InventorySchema, PlanSchema } from '../src/engine/model';

const SCHEMAS: readonly (readonly [name: string, title: string, schema: GenericSchema])[] = [
  ['catalog', 'Causeway catalog: what the releases of a product can do', CatalogSchema],
  ['inventory', 'Causeway inventory: what is deployed', InventorySchema],
  ['goal', 'Causeway goal: where the upgrade should lead', GoalSchema],
  ['plan', 'Causeway plan: the steps of an upgrade, or why there are none', PlanSchema],
];

/** Fields that a format does not name are welcome everywhere, so nothing is closed. */
function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(key === 'additionalProperties' && inner === false))
      .map(([key, inner]) => [key, open(inner)]),
  );
}

const isCheck = process.argv.includes('--check');
const stale: string[] = [];
mkdirSync('public/schemas', { recursive: true });
for (const [name, title, schema] of SCHEMAS) {
  const path = `public/schemas/${name}.schema.json`;
  const json = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  const text = `${JSON.stringify({ title, ...(open(json) as object) }, null, 2)}\n`;
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (isCheck) stale.push(path);
  else writeFileSync(path, text);
}
if (stale.length > 0) {
  console.error(`Not up to date: ${stale.join(', ')}. Run: npm run schemas`);
  process.exit(1);
}
console.log(`${SCHEMAS.length} schemas ${isCheck ? 'are up to date' : 'written'}`);
