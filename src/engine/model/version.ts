/**
 * How do two versions compare, and which range holds which version?
 *
 * Versions compare by semver precedence (https://semver.org, section 11). Two liberties are taken, both because
 * vendors publish such numbers: a leading `v` or `=` is dropped, and leading zeros are allowed (Docker 17.03.0).
 * Ranges are npm ranges; pre-releases are ordinary members of a range (`>=0.5.0` holds 0.6.0-rc.1), since a rule about
 * what works together must not silently skip them.
 */

import type Comparator from 'semver/classes/comparator';
import SemverRange from 'semver/classes/range';
import SemVer from 'semver/classes/semver';
import semverParse from 'semver/functions/parse';

/** A version as written in a catalog or an inventory, known to parse. */
export type Version = string;
/** An npm version range as written, known to parse. */
export type VersionRange = string;

const MAX_LENGTH = 256;
const CACHE_LIMIT = 20_000;

function memoize<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = compute(text);
    if (known.size >= CACHE_LIMIT) known.clear();
    known.set(text, made);
    return made;
  };
}

const parsed = memoize<SemVer | false>((text) =>
  text.length > MAX_LENGTH ? false : (semverParse(text, { loose: true }) ?? false),
);

const parsedRange = memoize<SemverRange | false>((text) => {
  if (text.length > MAX_LENGTH) return false;
  try {
    return new SemverRange(text, { loose: true, includePrerelease: true });
  } catch {
    return false;
  }
});

function parseKnown(version: Version): SemVer {
  const found = parsed(version);
  if (found === false) throw new TypeError(`"${version.slice(0, 40)}" is not a version; parse input first`);
  return found;
}

/** The version in the form the engine keeps: without blanks or a leading `v`; `undefined` where it is none. */
export function readVersion(text: string): Version | undefined {
  const bare = text.trim().replace(/^[v=]+\s*/i, '');
  return /^\d/.test(bare) && parsed(bare) !== false ? bare : undefined;
}

/** Negative where `a` comes before `b` in semver precedence, 0 where neither does, positive where `a` comes after. */
export function compareVersions(a: Version, b: Version): number {
  return a === b ? 0 : parseKnown(a).compare(parseKnown(b));
}

/** One text for all spellings of equal precedence: `17.03.0` and `17.3.0+ce` are both `17.3.0`. */
export function versionKey(version: Version): string {
  return parseKnown(version).version;
}

export function isPrerelease(version: Version): boolean {
  return parseKnown(version).prerelease.length > 0;
}

/** The release series of a version: `0.10` of 0.10.3 for `minor`, `29` of 29.3.0 for `major`. */
export function seriesOf(version: Version, granularity: 'minor' | 'major'): string {
  const { major, minor } = parseKnown(version);
  return granularity === 'major' ? `${major}` : `${major}.${minor}`;
}

export function isVersionRange(text: string): boolean {
  return parsedRange(text) !== false;
}

/** As the library tests it, which parses both sides again each time: a thousand releases make a million tests. */
function holds({ operator, semver }: Comparator, version: SemVer): boolean {
  // What holds any version has none to compare with.
  if (!(semver instanceof SemVer)) return true;
  const order = version.compare(semver);
  switch (operator) {
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    default:
      return order === 0;
  }
}

/** A range that does not parse is an error of the caller, never "no". */
function requireRange(range: VersionRange): SemverRange {
  const found = parsedRange(range);
  if (found === false)
    throw new TypeError(`"${range.slice(0, 40)}" is not a version range; parse input first`);
  return found;
}

/** Whether the range holds the version. */
export function isInRange(version: Version, range: VersionRange): boolean {
  const known = parseKnown(version);
  return requireRange(range).set.some((comparators) =>
    comparators.every((comparator) => holds(comparator, known)),
  );
}

/** Indices from one to another, both included. */
export type IndexInterval = readonly [first: number, last: number];

/** How many of the versions, ascending, come before `limit`; with `orEqual` also those of equal precedence. */
function countBefore(versions: readonly SemVer[], limit: SemVer, orEqual: boolean): number {
  let [low, high] = [0, versions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = versions[middle]?.compare(limit) ?? 1;
    if (order < 0 || (orEqual && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of the versions, ascending, that a comparator holds. */
function intervalOf({ operator, semver }: Comparator, versions: readonly SemVer[]): IndexInterval {
  const last = versions.length - 1;
  if (!(semver instanceof SemVer)) return [0, last];
  switch (operator) {
    case '>':
      return [countBefore(versions, semver, true), last];
    case '>=':
      return [countBefore(versions, semver, false), last];
    case '<':
      return [0, countBefore(versions, semver, false) - 1];
    case '<=':
      return [0, countBefore(versions, semver, true) - 1];
    default:
      return [countBefore(versions, semver, false), countBefore(versions, semver, true) - 1];
  }
}

/**
 * Which of the versions, ascending, a range holds, as intervals that don't touch, ascending: isInRange for all at once.
 * The versions are read once for any number of ranges.
 */
export function indexVersions(versions: readonly Version[]): (range: VersionRange) => IndexInterval[] {
  const known = versions.map(parseKnown);
  return (range) => {
    const merged: [number, number][] = [];
    const parts = requireRange(range)
      .set.map((comparators) => comparators.map((comparator) => intervalOf(comparator, known)))
      .map((intervals): [number, number] => [
        Math.max(0, ...intervals.map(([first]) => first)),
        Math.min(known.length - 1, ...intervals.map(([, last]) => last)),
      ])
      .filter(([first, last]) => first <= last)
      .sort(([a], [b]) => a - b);
    for (const [first, last] of parts) {
      const before = merged.at(-1);
      if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
      else merged.push([first, last]);
    }
    return merged;
  };
}
