import { describe, expect, it } from 'vitest';
import { readCount, readLabels, readRanges, writeLabels, writeRanges } from './draft-cells';

describe('a cell of ranges', () => {
  it.each([
    ['', undefined],
    ['  ', undefined],
    ['api 1-2', { api: [1, 2] }],
    ['api 1–2', { api: [1, 2] }],
    ['api: 3', { api: [3, 3] }],
    ['api 1..2; entrypoint 1 to 4', { api: [1, 2], entrypoint: [1, 4] }],
    ['api 1-2,\nentrypoint 1', { api: [1, 2], entrypoint: [1, 1] }],
  ])('reads %j', (text, value) => {
    expect(readRanges(text)).toEqual({ ok: true, value });
  });

  it.each(['api', '1-2', 'api one', 'api 1-2-3', 'api 1-2, api 3', `api ${'9'.repeat(400)}`])(
    'says what is wrong with %j',
    (text) => {
      expect(readRanges(text)).toMatchObject({ ok: false, message: expect.stringMatching(/"/) });
    },
  );

  it('is written as it reads', () => {
    const ranges = { api: [1, 2], 'on-demand': [3, 3] } as const;
    expect(readRanges(writeRanges(ranges))).toEqual({ ok: true, value: ranges });
  });
});

describe('a cell of labels', () => {
  it.each([
    ['', undefined],
    ['team=payments', { team: 'payments' }],
    ['team = payments , zone=eu', { team: 'payments', zone: 'eu' }],
    ['critical', { critical: '' }],
    ['note="a, b = c"', { note: 'a, b = c' }],
    ['url=https://x.example/?a=b', { url: 'https://x.example/?a=b' }],
  ])('reads %j', (text, value) => {
    expect(readLabels(text)).toEqual({ ok: true, value });
  });

  it.each(['="x"', '"a" "b"=c'])('says what is wrong with %j', (text) => {
    expect(readLabels(text)).toMatchObject({ ok: false });
  });

  it.each([{ team: 'a,b' }, { 'a=b': 'c' }, { q: '"quoted"' }, { s: ' padded ' }, { n: 'two\nlines' }])(
    '%j is written as it reads',
    (labels) => {
      expect(readLabels(writeLabels(labels))).toEqual({ ok: true, value: labels });
    },
  );
});

describe('a cell of a count', () => {
  it.each([
    ['', 1],
    [' 12 ', 12],
    ['1000000000', 1_000_000_000],
  ])('reads %j', (text, value) => {
    expect(readCount(text)).toEqual({ ok: true, value });
  });

  it.each(['0', '-1', '1.5', 'abc', '1e3', '99999999999'])('refuses %j', (text) => {
    expect(readCount(text)).toMatchObject({ ok: false });
  });
});
