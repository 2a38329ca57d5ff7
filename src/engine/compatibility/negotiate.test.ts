import { describe, expect, it } from 'vitest';
import type { ProtocolRange } from '../model';
import { negotiate, overlaps } from './negotiate';

const rows: [story: string, consumer: ProtocolRange, server: ProtocolRange, outcome: number | string][] = [
  ['same range', [1, 1], [1, 1], 1],
  ['server knows more', [4, 5], [3, 5], 5],
  ['consumer knows more', [4, 6], [3, 5], 5],
  ['touching at the server minimum', [1, 3], [3, 4], 3],
  ['touching at the server current', [5, 6], [4, 5], 5],
  ['consumer too old', [3, 4], [5, 6], 'client-outdated'],
  ['consumer too new', [5, 6], [3, 4], 'server-outdated'],
  ['numbers up to 2^32', [4294967296, 4294967296], [1, 4294967296], 4294967296],
];

describe('negotiate', () => {
  it.each(rows)('%s', (_, consumer, server, outcome) => {
    const expected =
      typeof outcome === 'number' ? { ok: true, version: outcome } : { ok: false, reason: outcome };
    expect(negotiate(consumer, server)).toEqual(expected);
  });

  it.each(rows)('mirrored: %s', (_, consumer, server, outcome) => {
    const mirrored =
      outcome === 'client-outdated'
        ? { ok: false, reason: 'server-outdated' }
        : outcome === 'server-outdated'
          ? { ok: false, reason: 'client-outdated' }
          : { ok: true, version: outcome };
    expect(negotiate(server, consumer)).toEqual(mirrored);
  });

  it.each(rows)('overlaps says the same: %s', (_, consumer, server, outcome) => {
    expect(overlaps(consumer, server)).toBe(typeof outcome === 'number');
  });
});
