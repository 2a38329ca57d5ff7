/** Reads the files that a call names; what is wrong with one is said with its name and the place in it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Catalog,
  type Inventory,
  type Parsed,
  type Problem,
  parseCatalog,
  parseInventory,
} from '../engine';
import { MAX_TEXT_LENGTH, parseJsonText } from '../intake/parse-json-text';

/** The call cannot be carried out; `lines` go to standard error, and the exit status is 2. */
export class UnusableCall extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'UnusableCall';
  }
}

const SHIPPED = join(dirname(fileURLToPath(import.meta.url)), '../../public/catalogs');
const MAX_LINES = 20;

export function formatProblem(file: string, { path, message }: Pick<Problem, 'path' | 'message'>): string {
  return `${file}: ${path === '' ? '' : `${path}: `}${message}`;
}

/** The text of a file, or of standard input for `-`. */
export function readText(file: string): string {
  if (file === '-') return readFileSync(0, 'utf8');
  let size: number;
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new UnusableCall([`${file}: is a folder; expected a file.`]);
    size = stats.size;
  } catch (error) {
    if (error instanceof UnusableCall) throw error;
    throw new UnusableCall([`${file}: cannot be read. Is the path right?`]);
  }
  if (size > MAX_TEXT_LENGTH) {
    const [found, most] = [size, MAX_TEXT_LENGTH].map((bytes) => Math.round(bytes / (1024 * 1024)));
    throw new UnusableCall([`${file}: has ${found} MB; up to ${most} MB are read.`]);
  }
  return readFileSync(file, 'utf8');
}

function readJson(file: string, text: string): unknown {
  const parsed = parseJsonText(text);
  if (parsed.ok) return parsed.value;
  const { line, column, message } = parsed.problem;
  const place = line === undefined ? '' : `${line}:${column}: `;
  throw new UnusableCall([`${file}: ${place}${message}`]);
}

function requireValue<T>(file: string, parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  const shown = parsed.problems.slice(0, MAX_LINES).map((problem) => formatProblem(file, problem));
  const more = parsed.problems.length - shown.length;
  throw new UnusableCall(more > 0 ? [...shown, `${file}: and ${more} more problems.`] : shown);
}

export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** SHA-256 of the file's text, in hexadecimal. */
  readonly digest: string;
}

/** Whether a catalog is shipped under this id. */
export function isShipped(id: string): boolean {
  return /^[a-z0-9-]+$/.test(id) && id !== 'index' && existsSync(join(SHIPPED, `${id}.json`));
}

/** A shipped catalog by its id, or any by its file. */
export function loadCatalog(fileOrId: string): LoadedCatalog {
  const isId = /^[a-z0-9-]+$/.test(fileOrId) && !existsSync(fileOrId);
  if (isId && !isShipped(fileOrId)) {
    throw new UnusableCall([`--catalog ${fileOrId}: no such file, and no catalog is shipped under this id.`]);
  }
  const text = readText(isId ? join(SHIPPED, `${fileOrId}.json`) : fileOrId);
  const catalog = requireValue(fileOrId, parseCatalog(readJson(fileOrId, text)));
  return { catalog, digest: createHash('sha256').update(text).digest('hex') };
}

export function loadInventory(file: string, catalog: Catalog, facts: Inventory['facts'] = {}): Inventory {
  const name = file === '-' ? 'standard input' : file;
  const json = readJson(name, readText(file));
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  const own = isObject ? (json as { facts?: object }).facts : undefined;
  const isAnswered = Object.keys(facts).length > 0 && isObject;
  return requireValue(
    name,
    parseInventory(isAnswered ? { ...json, facts: { ...own, ...facts } } : json, catalog),
  );
}

export function loadJson(file: string): unknown {
  return readJson(file, readText(file));
}
