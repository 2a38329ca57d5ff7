/**
 * Makes an entry of what a row says, or says what is wrong with it. Every reader ends here, so that a component, a version
 * or a range means the same wherever it comes from.
 */
import {
  BUILD_LABEL,
  type Catalog,
  type Entry,
  type ProtocolRange,
  readVersion,
  type Signs,
  type Version,
} from '../engine/model';
import { findForbiddenKeys } from '../engine/parsing/forbidden-keys';
import type { CellName } from './reader';

/** A row as text; a cell that is absent or blank was not given. */
export interface RowCells {
  readonly name?: string | undefined;
  readonly component?: string | undefined;
  readonly version?: string | undefined;
  readonly count?: string | undefined;
  readonly pinned?: string | undefined;
  readonly source?: string | undefined;
  /** Ranges as `1-3` or `1`, each with its protocol's id or name; no protocol where the row does not say whose it is. */
  readonly protocols: readonly (readonly [protocol: string, range: string])[];
  readonly labels: ReadonlyMap<string, string>;
}

/** What an inventory may count in one entry. */
export const MAX_COUNT = 1_000_000_000;

export interface CellProblem extends CellName {
  readonly code: string;
  readonly message: string;
}

export type RowRead =
  | { readonly ok: true; readonly entry: Entry; readonly remark?: CellProblem }
  | { readonly ok: false; readonly problems: readonly CellProblem[] };

/** Words are compared without case, blanks and dashes. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '');
}

const componentWords = new WeakMap<Catalog, ReadonlyMap<string, string>>();

/** The component of each id, name and alias; of a word that several have, the first. */
function wordsOf(catalog: Catalog): ReadonlyMap<string, string> {
  const known = componentWords.get(catalog);
  if (known !== undefined) return known;
  const words = new Map<string, string>();
  for (const [id, { name, aliases }] of Object.entries(catalog.components)) {
    for (const word of [id, name, ...(aliases ?? [])].map(fold)) if (!words.has(word)) words.set(word, id);
  }
  componentWords.set(catalog, words);
  return words;
}

/** The component's id, by its id, name or an alias, in any case; `undefined` where it is none. */
export function findComponent(catalog: Catalog, text: string): string | undefined {
  const wanted = fold(text);
  return wanted === '' ? undefined : wordsOf(catalog).get(wanted);
}

/** The protocol's id, by its id or name, in any case; `undefined` where it is none. */
export function findProtocol(catalog: Catalog, text: string): string | undefined {
  const wanted = fold(text);
  return Object.entries(catalog.protocols).find(([id, { name }]) =>
    [id, name].some((word) => fold(word) === wanted),
  )?.[0];
}

/** Reads `1-3`, `1–3`, `1..3`, `[1, 3]` or `2`. */
export function readRange(text: string): ProtocolRange | undefined {
  const match = /^\[?\s*(\d{1,16})\s*(?:(?:-|–|\.\.|,|to)\s*(\d{1,16})\s*)?\]?$/.exec(text.trim());
  if (match === null) return undefined;
  const minimum = Number(match[1]);
  const current = match[2] === undefined ? minimum : Number(match[2]);
  return minimum >= 1 && minimum <= current && Number.isSafeInteger(current) ? [minimum, current] : undefined;
}

/** Where the vendor's part begins in `v1.27.3-gke.100`; `undefined` where the release is the project's own. */
function findVendorBuild(text: string, signs: Signs | undefined): number | undefined {
  const found = (signs?.vendorBuilds ?? []).map((sign) => text.indexOf(sign)).filter((at) => at > 0);
  return found.length === 0 ? undefined : Math.min(...found);
}

interface ReleaseRead {
  readonly version: Version | undefined;
  /** Of a vendor's build, what it calls itself. */
  readonly build?: string;
}

/** By semver a vendor's build would come before the release that it is. */
function readRelease(text: string, signs: Signs | undefined): ReleaseRead {
  const said = text.trim();
  const end = findVendorBuild(said, signs);
  const version = end === undefined ? undefined : readVersion(said.slice(0, end));
  return version === undefined ? { version: readVersion(said) } : { version, build: said };
}

/** What `git describe` makes of a build between releases: `v0.4.0-663-g4bc86276`. */
const BUILD_BETWEEN = /^v?(\d[\w.]*)-(\d+)-g[0-9a-f]{4,40}$/;

/** Why a version is none that a catalog could list, though it looks like one before a release. */
function describeBuildBetween(text: string): string | undefined {
  const [, release, commits] = BUILD_BETWEEN.exec(text) ?? [];
  if (release === undefined) return undefined;
  return `${text.slice(0, 60)} is a build of its own, ${commits} commits after ${release}: no catalog says what it can do. Enter the release that comes nearest by hand.`;
}

function describeVendorBuild(build: string, version: Version): CellProblem {
  const message = `${build.slice(0, 60)} is a vendor's build of ${version}. It is planned with as that release, not as one before it; its label "${BUILD_LABEL}" keeps the whole name. Check with the vendor which of its builds you may move to.`;
  return { cell: 'version', code: 'vendor-build', message };
}

const ASK = 'Ask the running part for its version.';

/** `hint`: how to find out the version of this component. */
function describeNoVersion(text: string, hint = ASK): string {
  if (text === '') return `There is no version. ${hint}`;
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  if (/^(latest|stable|main|master|edge|nightly)$/i.test(text)) {
    return `"${shown}" is a moving tag and says nothing about what runs. ${hint}`;
  }
  if (/^(sha256:)?[0-9a-f]{12,}$/i.test(text)) {
    return `"${shown}" is a digest, not a version. Look up which version the image is. ${hint}`;
  }
  return `"${shown}" is not a version. Expected one like "1.2.3".`;
}

function describeNoRange(protocol: string, text: string): string {
  const found = `"${text.trim().slice(0, 60)}" is not a range`;
  return protocol === ''
    ? `${found} of a protocol. Expected one like "api 1-3", the minimum first.`
    : `${found} of ${protocol}. Expected one like "1-3", the minimum first.`;
}

/** Ranges by protocol id; what is wrong with a cell goes to `report`. */
function readProtocols(
  cells: RowCells['protocols'],
  catalog: Catalog,
  report: (item: string, code: string, message: string) => void,
): Map<string, ProtocolRange> {
  const ranges = new Map<string, ProtocolRange>();
  for (const [item, text] of cells) {
    const range = readRange(text);
    const protocol = item === '' ? undefined : findProtocol(catalog, item);
    if (range === undefined || item === '') {
      report(item, 'not-a-range', describeNoRange(item, text));
    } else if (protocol === undefined) {
      const known = Object.keys(catalog.protocols).join(', ');
      report(
        item,
        'unknown-protocol',
        `The catalog has no protocol "${item.slice(0, 60)}". Known: ${known}.`,
      );
    } else if (ranges.has(protocol)) {
      report(item, 'range-twice', `The range of ${protocol} is there twice.`);
    } else {
      ranges.set(protocol, range);
    }
  }
  return ranges;
}

const isGiven = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** 1 where it is not given; `undefined` where it is none. */
export function readCount(text: string | undefined): number | undefined {
  if (!isGiven(text)) return 1;
  const digits = text.trim();
  const count = /^\d{1,10}$/.test(digits) ? Number(digits) : 0;
  return count < 1 || count > MAX_COUNT ? undefined : count;
}

/** What spreadsheets have in a column of yes and no. */
const NOT_PINNED = /^(?:no|n|false|0|-|–|none|n\/a)$/i;

/** Why it cannot be moved; `undefined` where it can. */
function readPinned(text: string | undefined): string | undefined {
  return isGiven(text) && !NOT_PINNED.test(text.trim()) ? text.trim() : undefined;
}

/** `undefined` where there are none. */
function joinLabels(
  labels: RowCells['labels'],
  build: string | undefined,
): Readonly<Record<string, string>> | undefined {
  if (build !== undefined) return { [BUILD_LABEL]: build, ...Object.fromEntries(labels) };
  return labels.size === 0 ? undefined : Object.fromEntries(labels);
}

/** `fallbackName` is taken where the row gives no name. */
export function readRow(cells: RowCells, catalog: Catalog, fallbackName: string): RowRead {
  const problems: CellProblem[] = [];
  const component = findComponent(catalog, cells.component ?? '');
  if (component === undefined) {
    const known = Object.keys(catalog.components).join(', ');
    const found = isGiven(cells.component)
      ? `"${cells.component.trim().slice(0, 60)}" is no component`
      : 'There is no component';
    problems.push({ cell: 'component', code: 'unknown-component', message: `${found}. Known: ${known}.` });
  }
  const signs = component === undefined ? undefined : catalog.components[component]?.signs;
  const { version, build } = readRelease(cells.version ?? '', signs);
  const between = describeBuildBetween((cells.version ?? '').trim());
  if (between !== undefined) problems.push({ cell: 'version', code: 'development-build', message: between });
  else if (version === undefined) {
    const message = describeNoVersion((cells.version ?? '').trim(), signs?.versionHint);
    problems.push({ cell: 'version', code: 'not-a-version', message });
  }
  const count = readCount(cells.count);
  if (count === undefined) {
    const message = `"${cells.count?.trim().slice(0, 60)}" is not a count. Expected a whole number from 1, digits only.`;
    problems.push({ cell: 'count', code: 'not-a-count', message });
  }
  const protocols = readProtocols(cells.protocols, catalog, (item, code, message) => {
    problems.push({ cell: 'protocols', item, code, message });
  });
  const pinned = readPinned(cells.pinned);
  const labels = joinLabels(cells.labels, build);
  for (const { code, path, message } of labels === undefined ? [] : findForbiddenKeys(labels)) {
    problems.push({ cell: 'labels', item: path, code, message });
  }
  if (component === undefined || version === undefined || count === undefined || problems.length > 0)
    return { ok: false, problems };
  return {
    ok: true,
    entry: {
      name: isGiven(cells.name) ? cells.name.trim() : fallbackName,
      component,
      version,
      count,
      ...(protocols.size > 0 && {
        protocols: Object.fromEntries(protocols) as Record<string, [number, number]>,
      }),
      ...(pinned !== undefined && { pinned }),
      ...(isGiven(cells.source) && { source: cells.source.trim() }),
      ...(labels !== undefined && { labels }),
    },
    ...(build !== undefined && { remark: describeVendorBuild(build, version) }),
  };
}
