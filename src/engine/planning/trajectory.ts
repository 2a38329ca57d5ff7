/**
 * Which versions does a group go through when the server's way is fixed, and at which stops may each move be made?
 *
 * With the way fixed, groups don't interfere (rule 6 is fixed by the commitments), so each takes the least number of
 * moves, and among those the newest versions, comparing from the first move on (engine.md, Best plans).
 */
import type { Version } from '../model';
import type { Commitment } from './building';
import { type Fleet, type Group, isBuiltBy } from './fleet';
import { IMPOSSIBLE } from './needs';
import { remember } from './remember';
import type { Route } from './search';

/** One move of a group, and the stops of the way at which it may be made if every other move is made when it may. */
export interface Move {
  readonly group: Group;
  /** Indices into the group's versions. */
  readonly from: number;
  readonly to: number;
  /** Ascending indices of stops of the way. */
  readonly stops: readonly number[];
}

export interface Trajectory {
  readonly group: Group;
  readonly moves: readonly Move[];
  /** Whether the group may be at this version (index) from one stop of the way to a later one without moving. */
  readonly canStay: (at: number, from: number, to: number) => boolean;
  /** Whether nothing but `align` asks the group to leave this version, reached at this stop, ever. */
  readonly canRest: (at: number, since: number) => boolean;
}

/** By stop: the highest version built by then, by component, as the commitments have it. */
export function builtByStop(fleet: Fleet, route: Route): ReadonlyMap<string, Version>[] {
  let built: ReadonlyMap<string, Version> = fleet.builders;
  return route.way.map((_, stop) => {
    for (const made of route.commitments) {
      const version = made.group.versions[made.at];
      if (made.stop === stop && version !== undefined)
        built = new Map(built).set(made.group.component, version);
    }
    return built;
  });
}

/** Whether one of the ascending numbers lies within these bounds. */
function hasAnyIn(ascending: readonly number[], low: number, high: number): boolean {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) < low) from = middle + 1;
    else to = middle;
  }
  return (ascending[from] ?? Number.POSITIVE_INFINITY) <= high;
}

/** The trajectory of one group along a route that is known to be feasible for it. */
export function followRoute(
  group: Group,
  route: Route,
  built: readonly ReadonlyMap<string, Version>[],
): Trajectory {
  const { way } = route;
  const last = way.length - 1;
  const commitments = new Map<number, number>(
    route.commitments
      .filter((made: Commitment) => made.group === group)
      .map((made) => [made.stop, made.at] as const),
  );
  const works = (at: number, stop: number) => group.compatible[at]?.[way[stop] ?? 0] === 1;
  const canBeAfterMoves = (at: number, stop: number) => {
    const committed = commitments.get(stop);
    return committed === undefined || committed === at;
  };
  const canHop = (at: number, stop: number) => works(at, stop + 1) || (at === 0 && !works(at, stop));
  const canMoveTo = (at: number, stop: number) =>
    works(at, stop) && isBuiltBy(group, at, built[stop] ?? new Map());

  // By stop, `count` each: least further moves when at a version, before and after the moves that are made there.
  const count = group.versions.length;
  const arrive = new Uint16Array(way.length * count).fill(IMPOSSIBLE);
  const stay = new Uint16Array(way.length * count).fill(IMPOSSIBLE);
  const movesLeft = (table: Uint16Array, stop: number, at: number) => table[stop * count + at] ?? IMPOSSIBLE;
  for (let stop = last; stop >= 0; stop--) {
    let least = IMPOSSIBLE;
    for (let at = count - 1; at >= 0; at--) {
      let staying = IMPOSSIBLE;
      if (canBeAfterMoves(at, stop)) {
        if (stop === last) staying = group.meetsGoal[at] && works(at, stop) ? 0 : IMPOSSIBLE;
        else if (canHop(at, stop)) staying = movesLeft(arrive, stop + 1, at);
      }
      stay[stop * count + at] = staying;
      arrive[stop * count + at] = Math.min(staying, least + 1, IMPOSSIBLE);
      if (canMoveTo(at, stop)) least = Math.min(least, staying);
    }
  }

  // By version, by stop: the last stop up to which it may stay from there without moving.
  const stays = remember((at: number) => {
    const until = new Uint32Array(last + 1);
    for (let stop = last; stop >= 0; stop--) {
      const goesOn = canBeAfterMoves(at, stop) && canHop(at, stop);
      until[stop] = goesOn ? (until[stop + 1] ?? stop) : stop;
    }
    return until;
  });
  const lastStay = (at: number, from: number): number => stays(at)[from] ?? from;
  const canStay = (at: number, from: number, to: number) => lastStay(at, from) >= to;

  // The newest versions, move by move, that still take no more than the least number of moves.
  const versions: number[] = [0];
  let starts = [0];
  let remaining = movesLeft(arrive, 0, 0);
  if (remaining >= IMPOSSIBLE) throw new RangeError(`no trajectory for a group of ${group.component}`);
  while (remaining > 0) {
    const at = versions.at(-1) ?? 0;
    const candidates: number[] = [];
    let until = -1;
    const begins = new Set(starts);
    for (let stop = 0; stop <= last; stop++) {
      if (begins.has(stop)) until = Math.max(until, lastStay(at, stop));
      if (stop <= until) candidates.push(stop);
    }
    let newest = 0;
    for (let to = count - 1; to > at && newest === 0; to--) {
      if (candidates.some((stop) => canMoveTo(to, stop) && movesLeft(stay, stop, to) === remaining - 1)) {
        newest = to;
      }
    }
    if (newest === 0) throw new RangeError('the table of moves contradicts itself');
    starts = candidates.filter(
      (stop) => canMoveTo(newest, stop) && movesLeft(stay, stop, newest) === remaining - 1,
    );
    versions.push(newest);
    remaining -= 1;
  }

  // Backwards: where each move may be made so that the later ones still can be.
  const moves: Move[] = [];
  let later: readonly number[] | undefined;
  for (let i = versions.length - 1; i > 0; i--) {
    const [from, to] = [versions[i - 1] ?? 0, versions[i] ?? 0];
    const next = later;
    const stops = way.flatMap((_, stop) => {
      if (!canMoveTo(to, stop) || !canBeAfterMoves(to, stop)) return [];
      const goesOn =
        next === undefined
          ? canStay(to, stop, last) &&
            canBeAfterMoves(to, last) &&
            group.meetsGoal[to] === true &&
            works(to, last)
          : hasAnyIn(next, stop + 1, lastStay(to, stop));
      return goesOn ? [stop] : [];
    });
    moves.unshift({ group, from, to, stops });
    later = stops;
  }
  const canRest = (at: number, since: number) =>
    !group.hasExactTarget && works(at, last) && canBeAfterMoves(at, last) && canStay(at, since, last);
  return { group, moves, canStay, canRest };
}

/** Negative where `a` has the newer versions, group by group and move by move, for the same groups and way. */
export function compareTrajectories(a: readonly Trajectory[], b: readonly Trajectory[]): number {
  for (const [i, { moves }] of a.entries()) {
    const others = b[i]?.moves ?? [];
    for (let move = 0; move < Math.max(moves.length, others.length); move++) {
      const difference = (others[move]?.to ?? 0) - (moves[move]?.to ?? 0);
      if (difference !== 0) return difference;
    }
  }
  return 0;
}
