import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parseCatalog, parseGoal, parseInventory, planUpgrade } from '../src/engine';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** What a validator that knows nothing of Causeway says about a document. */
function findErrors(schema: string, document: unknown): string[] {
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.validate(Object(read(`public/schemas/${schema}.schema.json`)), document);
  return (ajv.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const jsonIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .map((name) => `${folder}/${name}`);

function planOfSample(target: string): unknown {
  const catalog = parseCatalog(read('public/catalogs/worked-example.json'));
  if (!catalog.ok) throw new Error(JSON.stringify(catalog.problems));
  const inventory = parseInventory(read('public/samples/worked-example.inventory.json'), catalog.value);
  if (!inventory.ok) throw new Error(JSON.stringify(inventory.problems));
  const goal = parseGoal({ target }, catalog.value, inventory.value);
  if (!goal.ok) throw new Error(JSON.stringify(goal.problems));
  return planUpgrade(catalog.value, inventory.value, goal.value);
}

describe('the published schemas', () => {
  it.each(jsonIn('public/catalogs'))('accept the shipped catalog %s', (path) => {
    expect(findErrors('catalog', read(path))).toEqual([]);
  });

  it.each(jsonIn('public/samples'))('accept the shipped inventory %s', (path) => {
    expect(findErrors('inventory', read(path))).toEqual([]);
  });

  it('accept the plan of the worked example', () => {
    expect(findErrors('plan', planOfSample('6.0.0'))).toEqual([]);
  });

  it('accept fields that the format does not name', () => {
    const inventory = { ...Object(read('public/samples/worked-example.inventory.json')), region: 'north' };
    expect(findErrors('inventory', inventory)).toEqual([]);
  });

  it.each([
    ['goal', { target: 6 }, '/target must be string'],
    ['goal', { consumers: 'keep' }, " must have required property 'target'"],
    ['goal', { target: '6.0.0', consumers: 'some' }, '/consumers must be equal to one of the allowed values'],
    [
      'inventory',
      { format: 'causeway/inventory@1', product: 'p', entries: [{ name: 'a', component: 'server' }] },
      "/entries/0 must have required property 'version'",
    ],
    [
      'inventory',
      {
        format: 'causeway/inventory@1',
        product: 'p',
        entries: [{ name: 'a', component: 'server', version: '1.0.0', protocols: { api: [1] } }],
      },
      '/entries/0/protocols/api must NOT have fewer than 2 items',
    ],
    [
      'inventory',
      { format: 'causeway/inventory@2', product: 'p', entries: [] },
      '/format must be equal to constant',
    ],
  ])('refuse a faulty %s and say where it is faulty: %j', (schema, document, error) => {
    expect(findErrors(schema, document)).toEqual([error]);
  });

  it('tell editors what a field means', () => {
    const goal = Object(read('public/schemas/goal.schema.json'));
    expect(goal.properties.target.description).toBe('The server version to reach.');
  });
});
