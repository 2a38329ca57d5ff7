/** How much memory do processes take? In MB, as Linux counts it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/**
 * The most that this process ever had. Where Linux keeps it apart for this program: the usual count begins with that of the
 * program that started it.
 */
export function peakMemory(): number {
  const own = existsSync(STATUS) && /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(STATUS, 'utf8'))?.[1];
  return (own ? Number(own) : process.resourceUsage().maxRSS) / 1024;
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

/** What all processes below this one have for themselves; `undefined` where the system does not say. */
export function memoryOfChildren(): number | undefined {
  if (!existsSync(STATUS)) return undefined;
  const children = new Map<string, string[]>();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = /^PPid:\s+(\d+)/m.exec(readOrNothing(`/proc/${id}/status`))?.[1] ?? '';
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  let total = 0;
  const below = [...(children.get(String(process.pid)) ?? [])];
  for (const id of below) {
    below.push(...(children.get(id) ?? []));
    const shares = readOrNothing(`/proc/${id}/smaps_rollup`).matchAll(/^Private_\w+:\s+(\d+) kB/gm);
    for (const [, size] of shares) total += Number(size) / 1024;
  }
  return total;
}
