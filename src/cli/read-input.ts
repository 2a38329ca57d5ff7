/** Reads the files that a call names; what is wrong with one is said with its name and the place in it. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type Catalog,
  type Inventory,
  type Parsed,
  type Problem,
  parseCatalog,
  parseInventory,
} from '../engine';
import { type PlanFile, readPlanFile } from '../formats/plan-file';
import type { ClosedFile } from '../intake/intake-file';
import { prepareMaterial } from '../intake/material';
import { openFile } from '../intake/open-file';
import { parseJsonText } from '../intake/parse-json-text';
import { formatSize, MAX_TEXT_LENGTH } from '../intake/text-limit';

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

/** What a file is called in messages. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/** Its size where it is a file like any other; what has none comes as a stream. */
function sizeOf(file: string): number | undefined {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new UnusableCall([`${file}: is a folder; expected a file.`]);
    return stats.isFile() ? stats.size : undefined;
  } catch (error) {
    if (error instanceof UnusableCall) throw error;
    throw new UnusableCall([`${file}: cannot be read. Is the path right?`]);
  }
}

function cannotBeRead(file: string, error: unknown): UnusableCall {
  const reason = error instanceof Error ? error.message : String(error);
  return new UnusableCall([`${nameOf(file)}: cannot be read: ${reason}.`]);
}

/** What is in a file, or on standard input for `-`. What has no end is given up at the most that is read. */
async function readBytes(file: string): Promise<Uint8Array> {
  const size = file === '-' ? undefined : sizeOf(file);
  const most = formatSize(MAX_TEXT_LENGTH);
  if (size !== undefined && size > MAX_TEXT_LENGTH) {
    throw new UnusableCall([`${file}: has ${formatSize(size)}; up to ${most} are read.`]);
  }
  const source: Readable = file === '-' ? process.stdin : createReadStream(file);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of source) {
      chunks.push(chunk);
      length += chunk.length;
      if (length <= MAX_TEXT_LENGTH) continue;
      throw new UnusableCall([`${nameOf(file)}: has more than the ${most} that are read.`]);
    }
  } catch (error) {
    if (error instanceof UnusableCall) throw error;
    throw cannotBeRead(file, error);
  }
  return Buffer.concat(chunks);
}

/**
 * For the intake, which opens it when its turn comes: of a large file no more is read than its reader asks for. What comes as
 * a stream is read at once. `reader` is the one that was chosen by hand.
 */
export async function closeFile(file: string, reader: string | undefined): Promise<ClosedFile> {
  const size = file === '-' ? undefined : sizeOf(file);
  if (size === undefined) {
    const bytes = await readBytes(file);
    return { size: bytes.length, open: () => prepareMaterial(bytes) };
  }
  const read = async (from: number, to: number) => {
    const handle = await open(file);
    try {
      const bytes = new Uint8Array(Math.min(to, size) - from);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  };
  const openOrSay = () =>
    openFile({ size, read }, reader).catch((error) => {
      throw cannotBeRead(file, error);
    });
  return { size, open: openOrSay };
}

async function readText(file: string): Promise<string> {
  return Buffer.from(await readBytes(file)).toString('utf8');
}

function readJson(file: string, text: string, hint: readonly string[] = []): unknown {
  const parsed = parseJsonText(text);
  if (parsed.ok) return parsed.value;
  const { line, column, message } = parsed.problem;
  const place = line === undefined ? '' : `${line}:${column}: `;
  const looksLikeJson = /^\s*[{[]/.test(text.slice(0, 1000));
  throw new UnusableCall([`${file}: ${place}${message}`, ...(looksLikeJson ? [] : hint)]);
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

function isFile(path: string): boolean {
  return existsSync(path) && !statSync(path).isDirectory();
}

/** A shipped catalog by its id, or any by its file. */
export async function loadCatalog(fileOrId: string): Promise<LoadedCatalog> {
  const isId = /^[a-z0-9-]+$/.test(fileOrId) && !isFile(fileOrId);
  if (isId && !isShipped(fileOrId)) {
    throw new UnusableCall([`--catalog ${fileOrId}: no such file, and no catalog is shipped under this id.`]);
  }
  const text = await readText(isId ? join(SHIPPED, `${fileOrId}.json`) : fileOrId);
  const catalog = requireValue(fileOrId, parseCatalog(readJson(fileOrId, text)));
  return { catalog, digest: createHash('sha256').update(text).digest('hex') };
}

export async function loadInventory(
  file: string,
  catalog: Catalog,
  facts: Inventory['facts'],
): Promise<Inventory> {
  const name = nameOf(file);
  const hint = `A table is made an inventory by: inventory ${file} --catalog ${catalog.id}`;
  const json = readJson(name, await readText(file), [hint]);
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  const own = isObject ? (json as { facts?: object }).facts : undefined;
  const isAnswered = Object.keys(facts).length > 0 && isObject;
  return requireValue(
    name,
    parseInventory(isAnswered ? { ...json, facts: { ...own, ...facts } } : json, catalog),
  );
}

export async function loadPlan(file: string): Promise<PlanFile> {
  const name = nameOf(file);
  return requireValue(name, readPlanFile(readJson(name, await readText(file))));
}
