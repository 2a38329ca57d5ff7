import fc from 'fast-check';
import satisfies from 'semver/functions/satisfies';
import { describe, expect, it } from 'vitest';
import { RUNS } from '../../testing/runs';
import {
  compareVersions,
  indexVersions,
  isInRange,
  isPrerelease,
  isVersionRange,
  readVersion,
  seriesOf,
  versionKey,
} from './version';

describe('readVersion', () => {
  it.each([
    ['1.2.3', '1.2.3'],
    [' v0.10.3 ', '0.10.3'],
    ['=1.0.0', '1.0.0'],
    ['17.03.0', '17.03.0'],
    ['1.12.9+ent', '1.12.9+ent'],
    ['2.0.0-rc.1', '2.0.0-rc.1'],
  ])('reads %j as %j', (text, version) => {
    expect(readVersion(text)).toBe(version);
  });

  it.each([
    '',
    'latest',
    '1.2',
    'sha256:abc',
    '1.2.3.4',
    '>=1.0.0',
    'v',
    '1.x.0',
    `1.0.0-${'a'.repeat(10_000)}`,
  ])('refuses %j', (text) => {
    expect(readVersion(text)).toBeUndefined();
  });
});

describe('compareVersions', () => {
  it.each([
    ['0.9.1', '0.10.0'],
    ['1.0.0-rc.1', '1.0.0'],
    ['1.0.0-rc.2', '1.0.0-rc.10'],
    ['17.03.0', '17.12.0'],
  ])('%s comes before %s', (a, b) => {
    expect(compareVersions(a, b)).toBeLessThan(0);
    expect(compareVersions(b, a)).toBeGreaterThan(0);
  });

  it.each([
    ['17.03.0', '17.3.0'],
    ['1.12.9+ent', '1.12.9'],
  ])('%s and %s are equal, and share a key', (a, b) => {
    expect(compareVersions(a, b)).toBe(0);
    expect(versionKey(a)).toBe(versionKey(b));
  });
});

describe('isInRange', () => {
  it.each([
    ['0.9.1', '>=0.9.0 <0.10.0', true],
    ['0.10.0', '>=0.9.0 <0.10.0', false],
    ['0.6.0-rc.1', '>=0.5.0', true],
    ['0.5.0-rc.1', '>=0.5.0', false],
    ['17.06.0', '<17.12.0', true],
    ['1.0.0', '*', true],
    ['1.0.0', '0.8.0 || >=0.9.0', true],
    ['1.0.0', '>1.0.0', false],
    ['1.0.1', '>1.0.0', true],
    ['1.0.0', '>=1.0.0', true],
    ['1.0.0', '<1.0.0', false],
    ['1.0.0', '<=1.0.0', true],
    ['1.0.1', '<=1.0.0', false],
    ['1.0.0', '=1.0.0', true],
    ['1.0.1', '=1.0.0', false],
    ['0.9.9', '1.0.0', false],
  ])('%s in %s: %s', (version, range, expected) => {
    expect(isInRange(version, range)).toBe(expected);
  });

  const number = fc.integer({ min: 0, max: 3 });
  const version = fc
    .tuple(number, number, number, fc.constantFrom('', '', '-rc.1', '-0', '+b1'))
    .map(([major, minor, patch, tag]) => `${major}.${minor}.${patch}${tag}`);
  const part = fc
    .tuple(
      fc.constantFrom('>', '>=', '<', '<=', '=', '', '^', '~'),
      fc.oneof(version, fc.constantFrom('1', '1.2', '*', '2.x')),
    )
    .map(([operator, text]) => operator + text);
  const range = fc
    .array(fc.array(part, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
    .map((alternatives) => alternatives.map((parts) => parts.join(' ')).join(' || '));

  it('says what the library says, with pre-releases as ordinary members', () => {
    fc.assert(
      fc.property(version, range, (at, within) => {
        const expected = satisfies(at, within, { loose: true, includePrerelease: true });
        expect(isInRange(at, within)).toBe(expected);
      }),
      { numRuns: RUNS },
    );
  });

  it('holds of many versions at once those that it holds one by one', () => {
    fc.assert(
      fc.property(fc.array(version, { maxLength: 12 }), range, (versions, within) => {
        const ascending = versions.sort(compareVersions);
        const intervals = indexVersions(ascending)(within);
        const held = intervals.flatMap(([first, last]) => ascending.slice(first, last + 1));
        expect(held).toEqual(ascending.filter((at) => isInRange(at, within)));
        for (const [i, [first]] of intervals.entries()) {
          if (i > 0) expect(first).toBeGreaterThan((intervals[i - 1]?.[1] ?? 0) + 1);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it.each<[range: string, held: [number, number][]]>([
    ['*', [[0, 5]]],
    ['>1.1.0', [[3, 5]]],
    ['>=1.1.0', [[1, 5]]],
    ['<1.1.0', [[0, 0]]],
    ['<=1.1.0', [[0, 2]]],
    ['=1.1.0', [[1, 2]]],
    ['>1.0.0 <1.3.0', [[1, 3]]],
    ['>=2.0.0', []],
    ['<1.0.0', []],
    [
      '1.4.0 || 1.0.0',
      [
        [0, 0],
        [5, 5],
      ],
    ],
    ['1.3.0 || 1.2.0', [[3, 4]]],
    ['>=1.2.0 || >=1.0.0 <1.4.0', [[0, 5]]],
    ['>=1.0.0 || 1.2.0', [[0, 5]]],
  ])('%s holds of ascending versions those from and to %j', (range, held) => {
    const versions = ['1.0.0', '1.1.0', '1.1.0+build', '1.2.0', '1.3.0', '1.4.0'];
    expect(indexVersions(versions)(range)).toEqual(held);
  });

  it('does not take nonsense for "no"', () => {
    expect(isVersionRange('whatever')).toBe(false);
    expect(() => isInRange('1.0.0', 'whatever')).toThrow(TypeError);
    expect(() => isInRange('1.0.0', 'whatever')).toThrow('"whatever" is not a version range');
    expect(() => isInRange('1.0.0', 'x'.repeat(300))).toThrow(`"${'x'.repeat(40)}" is not a version range`);
    expect(() => compareVersions('1.0.0', 'whatever')).toThrow('"whatever" is not a version');
    expect(() => compareVersions('1.0.0', 'x'.repeat(300))).toThrow(`"${'x'.repeat(40)}" is not a version`);
    expect(isVersionRange('>'.repeat(500_000))).toBe(false);
  });
});

it('knows series and pre-releases', () => {
  expect(seriesOf('0.10.3', 'minor')).toBe('0.10');
  expect(seriesOf('29.3.0', 'major')).toBe('29');
  expect(seriesOf('29.3.0', 'minor')).toBe('29.3');
  expect(isPrerelease('1.0.0-rc.1')).toBe(true);
  expect(isPrerelease('1.0.0+build')).toBe(false);
});
