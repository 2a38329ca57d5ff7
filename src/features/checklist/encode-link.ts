/**
 * Does a link fit into a code that a phone reads from paper?
 *
 * A code has room for 2,953 bytes at most, but its modules must not be too small: DENSO WAVE, who made it, asks for four
 * dots of the printer or more to each (https://www.qrcode.com/en/howto/cell.html), which is 0.34 mm at 300 dots per inch.
 * Around it four modules stay blank (ISO/IEC 18004).
 */
import { encode } from 'uqr';

export const LARGEST_MM = 62;
const SMALLEST_MODULE_MM = 0.34;
const WANTED_MODULE_MM = 0.5;
export const QUIET = 4;

/** Versions of the code differ by four modules; the first has 21. */
const MAX_VERSION = Math.floor((LARGEST_MM / SMALLEST_MODULE_MM - 2 * QUIET - 17) / 4);

export interface LinkCode {
  /** Modules on each side, without the blank ones. */
  readonly size: number;
  /** By row and column: whether it is black. */
  readonly modules: readonly (readonly boolean[])[];
  /** On each side, with what stays blank around it. */
  readonly widthMm: number;
}

/** `undefined` where it is too long. As much of it may be unreadable as there is room for: 15 %, else 7 %. */
export function encodeLink(link: string): LinkCode | undefined {
  for (const ecc of ['M', 'L'] as const) {
    try {
      const { size, data } = encode(link, { ecc, maxVersion: MAX_VERSION, border: 0 });
      return { size, modules: data, widthMm: Math.min(LARGEST_MM, (size + 2 * QUIET) * WANTED_MODULE_MM) };
    } catch {
      // Too long for this one.
    }
  }
  return undefined;
}

/** The black modules as the outline of an SVG, a piece for each run of a row. */
export function outlineOf({ modules }: Pick<LinkCode, 'modules'>): string {
  return modules
    .flatMap((row, y) => {
      const runs: string[] = [];
      for (let x = 0; x < row.length; x++) {
        if (row[x] !== true) continue;
        const from = x;
        while (row[x + 1] === true) x += 1;
        runs.push(`M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`);
      }
      return runs;
    })
    .join('');
}
