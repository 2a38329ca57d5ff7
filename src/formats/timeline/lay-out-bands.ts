/**
 * What do the server and the others speak of each protocol, column by column?
 *
 * Entries that speak alike throughout share a bar, which keeps its place so that the eye can follow it. Where these are too
 * many, the entries that speak alike in a column share one there.
 */
import type { TracedEntry, TracedState } from '../../engine/assessment/trace-plan';
import type { Catalog, ProtocolRange } from '../../engine/model/catalog';
import { group } from './group';
import type { Band, Bar } from './layout';
import { byCourse, type Path } from './paths';

/** More bars than these are joined column by column. */
const BARS_BEFORE_JOINING = 6;

/** An incident is about the pair, whatever it speaks. */
function isBroken(traced: TracedEntry, protocol: string): boolean {
  return traced.clashes.some(
    (clash) => clash.kind === 'incident' || (clash.kind === 'protocol' && clash.protocol === protocol),
  );
}

function isLimited(traced: TracedEntry, protocol: string): boolean {
  return traced.degraded.length > 0 && !isBroken(traced, protocol);
}

/** What is drawn of an entry in one column, as a key. */
function lookOf(traced: TracedEntry | undefined, protocol: string): string {
  if (traced === undefined) return '';
  const range = traced.ranges[protocol];
  const how = isBroken(traced, protocol) ? '!' : isLimited(traced, protocol) ? '~' : '';
  return `${range?.[0] ?? '?'}-${range?.[1] ?? '?'}@${traced.negotiated[protocol] ?? '?'}${how}`;
}

function barOf(
  members: readonly [Path, ...Path[]],
  protocol: string,
  column: number,
  slot: number,
  isJoined: boolean,
): Bar[] {
  const [first] = members;
  const traced = first.through[column];
  if (traced === undefined) return [];
  const { name } = first.entry;
  const names = members.map(({ entry }) => entry.name);
  return [
    {
      key: name,
      name: isJoined && names.length > 1 ? '' : name,
      more:
        isJoined && names.length > 1 ? `${names.length}` : names.length === 1 ? '' : ` +${names.length - 1}`,
      names,
      role: first.role,
      range: traced.ranges[protocol] ?? null,
      negotiated: traced.negotiated[protocol] ?? null,
      hasMoved: members.some(({ through }) => through[column]?.moved === true),
      isBroken: isBroken(traced, protocol),
      isLimited: isLimited(traced, protocol),
      slot,
    },
  ];
}

/** The oldest first; what is not known last. */
function compareRanges(a: ProtocolRange | null, b: ProtocolRange | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a[1] - b[1] || a[0] - b[0];
}

export function layOutBands(
  catalog: Catalog,
  paths: readonly Path[],
  states: readonly TracedState[],
): Band[] {
  return Object.entries(catalog.protocols).flatMap(([protocol, { name }]): Band[] => {
    const speaks = byCourse(({ role, through }) => ({
      isHere: role !== 'server' && through.some((traced) => Object.hasOwn(traced.ranges, protocol)),
      looks: through.map((traced) => lookOf(traced, protocol)),
    }));
    const speakers = paths.filter((path) => speaks(path).isHere);
    const lasting = group(
      speakers,
      byCourse((path) => {
        const moves = path.through.map(({ moved }) => (moved ? '>' : ''));
        return [path.role, ...speaks(path).looks.map((look, column) => `${look}${moves[column]}`)].join(' ');
      }),
    );
    const isJoined = lasting.length > BARS_BEFORE_JOINING;
    const bars = states.map((_, column) =>
      isJoined
        ? group(speakers, (path) => `${path.role} ${speaks(path).looks[column]}`)
            .map((members) => ({ members, range: members[0].through[column]?.ranges[protocol] ?? null }))
            .toSorted((a, b) => compareRanges(a.range, b.range))
            .flatMap(({ members }, slot) => barOf(members, protocol, column, slot, true))
        : lasting.flatMap((members, slot) => barOf(members, protocol, column, slot, false)),
    );
    const server = states.map((state) => state.serverRanges[protocol] ?? null);
    let [lowest, highest] = [Number.POSITIVE_INFINITY, 0];
    for (const range of [...server, ...bars.flatMap((column) => column.map((bar) => bar.range))]) {
      if (range === null) continue;
      lowest = Math.min(lowest, range[0]);
      highest = Math.max(highest, range[1]);
    }
    if (highest === 0) return [];
    const slots = Math.max(0, ...bars.map((column) => column.length));
    return [{ protocol, name, lowest, highest, server, bars, slots }];
  });
}
