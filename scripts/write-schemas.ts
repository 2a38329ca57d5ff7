/**
 * Writes the JSON Schemas in public/schemas from the schemas that the engine parses by; with `--check` it says whether
 * they are up to date. Descriptions are the docstrings that stand beside the fields in src/engine/model.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { CatalogSchema, GoalSchema, InventorySchema, PlanSchema } from '../src/engine/model';

const MODEL = 'src/engine/model';
const TARGET = 'public/schemas';
const SCHEMAS: readonly (readonly [
  name: string,
  title: string,
  description: string,
  schema: GenericSchema,
])[] = [
  ['catalog', 'Causeway catalog', 'What the releases of a product can do.', CatalogSchema],
  ['inventory', 'Causeway inventory', 'What is deployed.', InventorySchema],
  ['goal', 'Causeway goal', 'Where the upgrade should lead.', GoalSchema],
  ['plan', 'Causeway plan', 'The steps of an upgrade, or why there are none.', PlanSchema],
];

interface Documented {
  readonly own: string | undefined;
  readonly fields: ReadonlyMap<string, string>;
}

const DOCSTRING = String.raw`\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n`;
const OBJECT = new RegExp(
  String.raw`(?:^${DOCSTRING})?^(?:export )?const \w+Schema = v\.\w*[oO]bject\(\{\n([\s\S]*?)^\}\);`,
  'gm',
);
const FIELD = new RegExp(String.raw`^ {2}(?:${DOCSTRING} {2})?(\w+)[:,]`, 'gm');

function plainText(docstring: string): string {
  return docstring.replaceAll(/\s+\*?\s*/g, ' ').trim();
}

/** The docstrings of the model's object schemas, by the names of the fields of each. */
function readDocstrings(): ReadonlyMap<string, Documented> {
  const documented = new Map<string, Documented>();
  for (const file of readdirSync(MODEL).sort()) {
    for (const [, own, body = ''] of readFileSync(`${MODEL}/${file}`, 'utf8').matchAll(OBJECT)) {
      const names: string[] = [];
      const fields = new Map<string, string>();
      for (const [, text, name = ''] of body.matchAll(FIELD)) {
        names.push(name);
        if (text !== undefined) fields.set(name, plainText(text));
      }
      documented.set(names.join(), { own: own === undefined ? undefined : plainText(own), fields });
    }
  }
  return documented;
}

const docstrings = readDocstrings();

function describe(json: JsonSchema): JsonSchema | undefined {
  const documented = docstrings.get(Object.keys(json.properties ?? {}).join());
  if (documented === undefined) return undefined;
  const properties = Object.entries(json.properties ?? {}).map(([name, schema]) => {
    const description = documented.fields.get(name);
    return [name, description === undefined ? schema : { ...Object(schema), description }];
  });
  return {
    ...(documented.own !== undefined && { description: documented.own }),
    ...json,
    properties: Object.fromEntries(properties),
  };
}

function schemaText(title: string, description: string, schema: GenericSchema): string {
  const { $schema, ...json } = toJsonSchema(schema, {
    typeMode: 'input',
    overrideSchema: ({ jsonSchema }) => describe(jsonSchema),
  });
  return `${JSON.stringify({ $schema, title, description, ...json }, null, 2)}\n`;
}

const isCheck = process.argv.includes('--check');
const stale: string[] = [];
mkdirSync(TARGET, { recursive: true });
for (const [name, title, description, schema] of SCHEMAS) {
  const path = `${TARGET}/${name}.schema.json`;
  const text = schemaText(title, description, schema);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (isCheck) stale.push(path);
  else writeFileSync(path, text);
}
if (stale.length > 0) {
  console.error(`Not up to date: ${stale.join(', ')}. Run: npm run schemas`);
  process.exit(1);
}
console.log(`${SCHEMAS.length} schemas ${isCheck ? 'are up to date' : 'written'}`);
