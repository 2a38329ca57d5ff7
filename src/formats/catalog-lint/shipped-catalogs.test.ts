import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCatalog, parseInventory, planUpgrade } from '../../engine';
import { completeCatalog } from '../../engine/parsing/complete-catalog';
import { digestText } from '../digest-text';
import { lintCatalog } from './lint-catalog';

const PUBLIC = new URL('../../../public/', import.meta.url);

interface Listed {
  id: string;
  name: string;
  file: string;
  digest: string;
  fictional?: boolean;
  description: string;
  sample: { inventory: string; target: string };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, PUBLIC), 'utf8'));
}

const index = readJson('catalogs/index.json') as Listed[];
const files = readdirSync(new URL('catalogs/', PUBLIC)).filter((file) => file !== 'index.json');

describe.each(files)('%s', (file) => {
  const json = readJson(`catalogs/${file}`);

  it('has nothing that the linter finds fault with', () => {
    expect(lintCatalog(json)).toEqual([]);
  });

  it('is listed with its digest, and is what parsing would make of it but for what is left out', () => {
    const text = readFileSync(new URL(`catalogs/${file}`, PUBLIC), 'utf8');
    expect(index.find((entry) => entry.file === file)?.digest).toBe(digestText(text));
    expect({ ok: true, value: completeCatalog(json) }).toEqual(parseCatalog(json));
  });

  it('is listed as what it is, with a sample that can be planned', () => {
    const listed = index.filter((entry) => entry.file === file);
    expect(listed).toHaveLength(1);
    const [entry] = listed;
    const catalog = parseCatalog(json);
    if (entry === undefined || !catalog.ok) throw new Error(`${file} is not listed or does not parse`);
    expect(entry).toMatchObject({ id: catalog.value.id, name: catalog.value.name });
    expect(entry.fictional ?? false).toBe(catalog.value.fictional ?? false);
    const inventory = parseInventory(readJson(`samples/${entry.sample.inventory}`), catalog.value);
    if (!inventory.ok) throw new Error(JSON.stringify(inventory.problems));
    expect(inventory.value.product).toBe(entry.id);
    for (const consumers of ['keep', 'align'] as const) {
      const plan = planUpgrade(catalog.value, inventory.value, { target: entry.sample.target, consumers });
      expect(plan.status).toBe('ready');
    }
  });
});

it('lists no catalog that is not there', () => {
  expect(index.map(({ file }) => file).filter((file) => !files.includes(file))).toEqual([]);
});

it('says when support ended of patches that came after it, and why', () => {
  const catalog = parseCatalog(readJson('catalogs/consul.json'));
  if (!catalog.ok) throw new Error('consul.json does not parse');
  const late = catalog.value.releases.filter(({ date = '', eol }) => eol !== undefined && eol < date);
  expect(late.map(({ version, eol }) => [version, eol])).toEqual([
    ['1.8.19', '2021-12-14'],
    ['1.15.11', '2024-02-27'],
  ]);
  expect(late.map(({ eolNote }) => eolNote)).toEqual([
    expect.stringContaining('1.11.0'),
    expect.stringContaining('1.18.0'),
  ]);
});
