/** Makes rows of the entries of an inventory in JSON or YAML; the place of each is its path. */
import * as v from 'valibot';
import { type Catalog, EntrySchema, formatPath } from '../../engine/model';
import type { FoundRow, RowProblem } from '../reader';

type Path = readonly (string | number)[];

const NO_CELLS = { protocols: [], labels: new Map<string, string>() };

function lostRow(path: Path, problem: RowProblem): FoundRow {
  return { cells: NO_CELLS, at: { path: formatPath(path) }, fallbackName: '', problem };
}

function readEntry(json: unknown, path: Path, catalog: Catalog): FoundRow {
  const shaped = v.safeParse(EntrySchema, json);
  if (!shaped.success) {
    const [issue] = shaped.issues;
    const inner = (issue.path ?? []).map((item) => item.key as string | number);
    const message =
      issue.received === 'undefined'
        ? `Missing: expected ${issue.expected ?? 'a value'}.`
        : `Found ${issue.received.slice(0, 60)}, expected ${issue.expected ?? issue.message}.`;
    return lostRow([...path, ...inner], { code: 'unexpected', message });
  }
  const { name, component, version, count, protocols, pinned, source, labels, ...fields } = shaped.output;
  for (const [protocol, [minimum, current]] of Object.entries(protocols ?? {})) {
    if (minimum <= current || !Object.hasOwn(catalog.protocols, protocol)) continue;
    const message = `The range [${minimum}, ${current}] is upside down: expected the minimum first, then the current version.`;
    return lostRow([...path, 'protocols', protocol], { code: 'range-inverted', message });
  }
  return {
    cells: {
      name,
      component,
      version,
      count: String(count),
      pinned,
      source,
      protocols: Object.entries(protocols ?? {}).map(([id, [from, to]]) => [id, `${from}-${to}`]),
      labels: new Map(Object.entries(labels ?? {})),
    },
    at: { path: formatPath(path) },
    fallbackName: name,
    placeOf: ({ cell, item }) => ({
      path: formatPath([...path, cell, ...(item === undefined ? [] : [item])]),
    }),
    fields,
  };
}

/** Rows of a list of entries that stands at `path`. */
export function readEntries(entries: readonly unknown[], path: Path, catalog: Catalog): FoundRow[] {
  return entries.map((entry, i) => readEntry(entry, [...path, i], catalog));
}
