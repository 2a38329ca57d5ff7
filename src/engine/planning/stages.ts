/**
 * When is each move made, and which steps make up a stage?
 *
 * Moves wait until they are needed and then share stages: the move that cannot wait any longer takes along every other
 * one that may be made at that stop (engine.md: then fewer stages). Moves that only `align` asks for come last. Within a
 * stop a move that has to wait for a builder (rule 6) comes in a later stage than the builder; all else is in any order.
 */
import { compareVersions, type Version } from '../model';
import { type Fleet, isBuiltBy } from './fleet';
import type { Route } from './search';
import type { Move, Trajectory } from './trajectory';

/** A step of a plan, before anything is said about it. */
export interface PlannedStep {
  readonly entry: string;
  readonly component: string;
  readonly from: Version;
  readonly to: Version;
  readonly stage: number;
}

/** The moves made at each stop of the way. */
function placeMoves(way: readonly number[], trajectories: readonly Trajectory[]): Move[][] {
  const last = way.length - 1;
  const made: Move[][] = way.map(() => []);
  const lanes = trajectories.map((trajectory) => ({ trajectory, next: 0, since: 0 }));
  const openStops = ({ trajectory, next, since }: (typeof lanes)[number]): readonly number[] => {
    const move = trajectory.moves[next];
    if (move === undefined) return [];
    if (trajectory.canRest(move.from, since)) return [last];
    return move.stops.filter(
      (stop) => (next === 0 || stop > since) && trajectory.canStay(move.from, since, stop),
    );
  };
  for (;;) {
    let latest = Number.POSITIVE_INFINITY;
    for (const lane of lanes) latest = Math.min(latest, openStops(lane).at(-1) ?? Number.POSITIVE_INFINITY);
    if (!Number.isFinite(latest)) return made;
    for (const lane of lanes) {
      const move = lane.trajectory.moves[lane.next];
      if (move === undefined || !openStops(lane).includes(latest)) continue;
      made[latest]?.push(move);
      lane.next += 1;
      lane.since = latest;
    }
  }
}

/** Puts moves made at one stop in order: the first list in any order, then the second … */
function orderByBuilders(moves: readonly Move[], built: ReadonlyMap<string, Version>): Move[][] {
  const stages: Move[][] = [];
  let waiting = [...moves];
  let now = built;
  while (waiting.length > 0) {
    const ready = waiting.filter((move) => isBuiltBy(move.group, move.to, now));
    if (ready.length === 0) throw new RangeError('a move waits for a builder that never comes');
    stages.push(ready);
    waiting = waiting.filter((move) => !ready.includes(move));
    now = raiseBuilt(now, ready);
  }
  return stages;
}

function raiseBuilt(
  built: ReadonlyMap<string, Version>,
  moves: readonly Pick<Move, 'group' | 'to'>[],
): ReadonlyMap<string, Version> {
  const raised = new Map(built);
  for (const { group, to } of moves) {
    const version = group.versions[to];
    const highest = raised.get(group.component);
    if (version === undefined) continue;
    if (highest === undefined || compareVersions(version, highest) > 0) raised.set(group.component, version);
  }
  return raised;
}

/** The steps of a plan in the order in which they are made. `order` is the order of disruption. */
export function buildSteps(
  fleet: Fleet,
  route: Route,
  trajectories: readonly Trajectory[],
  order: readonly string[],
): PlannedStep[] {
  const { server, graph } = fleet;
  const rank = new Map(order.map((component, i) => [component, i]));
  const steps: PlannedStep[] = [];
  let stage = 0;
  let built = fleet.builders;
  for (const [stop, moves] of placeMoves(route.way, trajectories).entries()) {
    const version = graph.versions[route.way[stop] ?? 0];
    const before = graph.versions[route.way[stop - 1] ?? 0];
    if (stop > 0 && version !== undefined && before !== undefined) {
      stage += 1;
      steps.push({ entry: server.name, component: server.component, from: before, to: version, stage });
    }
    const cameToWork = route.commitments.filter((made) => made.stop === stop && made.at === 0);
    built = raiseBuilt(
      built,
      cameToWork.map(({ group }) => ({ group, to: 0 })),
    );
    for (const ready of orderByBuilders(moves, built)) {
      stage += 1;
      const made = ready.flatMap(({ group, from, to }) =>
        group.members.map((entry) => ({
          entry: entry.name,
          component: entry.component,
          from: from === 0 ? entry.version : (group.versions[from] ?? entry.version),
          to: group.versions[to] ?? entry.version,
          stage,
        })),
      );
      // What hurts least first, as vendors document it: clients before what is deployed with applications.
      made.sort(
        (a, b) => (rank.get(b.component) ?? 0) - (rank.get(a.component) ?? 0) || (a.entry < b.entry ? -1 : 1),
      );
      steps.push(...made);
    }
    built = raiseBuilt(built, moves);
  }
  return steps;
}
