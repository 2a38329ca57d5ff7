/** Medians and their spread, and how they are printed. */
import { cpus } from 'node:os';

const PATIENCE_MS = 5000;
const NAME_WIDTH = 72;
const NUMBER_WIDTH = 9;

export interface Spread {
  readonly runs: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { runs: samples.length, min: at(0), median: at(0.5), max: at(1) };
}

/** Milliseconds of each call, after one in five that are not counted; slow calls are fewer, so that it takes seconds. */
export function timeCalls(call: () => unknown, runs: number): Spread {
  const samples: number[] = [];
  const begun = performance.now();
  for (let i = -Math.ceil(runs / 5); i < runs; i++) {
    const start = performance.now();
    call();
    const end = performance.now();
    if (i >= 0 || end - begun > PATIENCE_MS) samples.push(end - start);
    if (end - begun > PATIENCE_MS) break;
  }
  return spreadOf(samples);
}

export function printRow(name: string, { runs, min, median, max }: Spread, note = ''): void {
  const numbers = [min, median, max].map((value) => value.toFixed(1).padStart(NUMBER_WIDTH)).join('');
  console.log(`${name.padEnd(NAME_WIDTH)}${numbers}${String(runs).padStart(6)}  ${note}`.trimEnd());
}

/** What is said of a goal. One that was missed fails the bench once it is through. */
export function verdictOn(isKept: boolean): 'kept' | 'MISSED' {
  if (!isKept) process.exitCode = 1;
  return isKept ? 'kept' : 'MISSED';
}

export function printHead(): void {
  const [cpu] = cpus();
  console.log(`${cpus().length} × ${cpu?.model ?? 'unknown processor'}, Node ${process.version}`);
  console.log(
    `${'milliseconds'.padEnd(NAME_WIDTH)}${['min', 'median', 'max'].map((word) => word.padStart(NUMBER_WIDTH)).join('')}  runs`,
  );
}
