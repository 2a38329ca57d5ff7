/** Tables of a million rows, as an export of all that is deployed would be. */
import { closeSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';

const FOLDER = '.cache/bench-tables';
const TEAMS = ['payments', 'search', 'retail', 'identity', 'platform', 'media', 'logistics', 'ads'];

export interface LargeTable {
  readonly story: string;
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  /** Instances of all rows. */
  readonly instances: number;
}

/** `shape` makes a line of cells. Written to a file, so that it is in nobody's memory. */
export function writeTable(
  story: string,
  file: string,
  rows: number,
  shape: (cells: readonly string[]) => string,
): LargeTable {
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}/${file}`;
  const handle = openSync(path, 'w');
  let instances = 1;
  let lines = [
    ['name', 'component', 'version', 'count', 'label:team'],
    ['main', 'server', '0.10.5', '1', 'platform'],
  ].map(shape);
  for (let i = 1; i < rows; i++) {
    const count = 1 + (i % 4);
    instances += count;
    lines.push(
      shape([
        `app-${i}.eu-west-${i % 3}.example`,
        i % 10 === 0 ? 'client' : 'entrypoint',
        `0.${7 + (i % 4)}.${i % 3}`,
        String(count),
        TEAMS[i % TEAMS.length] ?? '',
      ]),
    );
    if (lines.length < 20_000) continue;
    writeSync(handle, `${lines.join('\n')}\n`);
    lines = [];
  }
  writeSync(handle, lines.join('\n'));
  closeSync(handle);
  return { story, path, rows, bytes: statSync(path).size, instances };
}

export const withoutQuotes = (cells: readonly string[]) => cells.join(',');
export const inQuotes = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
