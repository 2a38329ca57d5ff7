/**
 * Which builder has to be at which version by when, so that others can be built with it (rule 6)?
 *
 * A commitment says that one builder is at a version once the moves at a stop of the way are made, and works with the
 * server there: one that is broken at first may come to work without a move. Only commitments that let some group be built
 * which could not be are worth trying, and only where some group may have to move: all other moves can wait, since what
 * works with the next server as well can be built later just as well.
 */
import { compareVersions, type Version } from '../model';
import { type Fleet, type Group, isBuiltBy } from './fleet';
import { DEAD, type Front, type Fronts } from './fronts';
import { IMPOSSIBLE } from './needs';
import type { Label } from './search';

/** A builder that has to be at a version once the moves at a stop of the way are done. */
export interface Commitment {
  /** Index of the stop in the way. */
  readonly stop: number;
  readonly group: Group;
  /** Index into the group's versions. */
  readonly at: number;
}

/** A fixed order, so that the same input gives the same plan. */
export function compareCommitments(
  a: readonly Commitment[],
  b: readonly Commitment[],
  groups: readonly Group[],
): number {
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (y === undefined) break;
    const difference = x.stop - y.stop || groups.indexOf(x.group) - groups.indexOf(y.group) || y.at - x.at;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export class Building {
  /** Components that some group waits for. */
  private readonly components: ReadonlySet<string>;
  private readonly buildableBy = new Map<string, readonly number[]>();

  constructor(
    private readonly fleet: Fleet,
    private readonly fronts: readonly Fronts[],
  ) {
    this.components = new Set(fleet.groups.flatMap((group) => group.builders));
  }

  /** By group: how many of its versions can be built, where builders are this far. */
  buildable(built: ReadonlyMap<string, Version>): readonly number[] {
    const key = JSON.stringify([...built]);
    const known = this.buildableBy.get(key);
    if (known !== undefined) return known;
    const counts = this.fleet.groups.map((group) => {
      const first = group.versions.findIndex((_, at) => at > 0 && !isBuiltBy(group, at, built));
      return first < 0 ? group.versions.length : first;
    });
    this.buildableBy.set(key, counts);
    return counts;
  }

  /** Indices of the groups that are committed at the label's last stop. */
  committedHere({ commitments, way }: Label): ReadonlySet<number> {
    const here = commitments.filter((made) => made.stop === way.hops);
    return new Set(here.map((made) => this.fleet.groups.indexOf(made.group)));
  }

  /** Alike for commitments that bring the same components to the same versions at the same stops, by a move or without. */
  kindOf(commitments: readonly Commitment[]): string {
    return JSON.stringify(
      commitments.map(({ stop, group, at }) => [stop, group.component, group.versions[at], at > 0]),
    );
  }

  /** The label with one builder committed to a version at its last stop, in every way that is worth trying. */
  commitments(label: Label): Label[] {
    if (this.components.size === 0 || !this.isDue(label)) return [];
    const { server, hops: stop } = label.way;
    const committed = this.committedHere(label);
    const useful = new Map(
      [...this.components].map((id) => [id, this.leastUseful(id, label.built)] as const),
    );
    const seen = new Set<string>();
    const made: Label[] = [];
    for (const [i, of] of this.fronts.entries()) {
      const { group } = of;
      const least = useful.get(group.component);
      if (least === undefined || committed.has(i)) continue;
      const after = of.afterMoves(label.fronts[i] ?? DEAD, server, label.buildable[i] ?? 0);
      const identity = this.identityOf(of, after);
      if (seen.has(identity)) continue;
      seen.add(identity);
      for (const [at, version] of group.versions.entries()) {
        const moves = of.movesTo(after, at);
        if (moves >= IMPOSSIBLE || compareVersions(version, least) < 0) continue;
        if (group.compatible[at]?.[server] !== 1) continue;
        const built = new Map(label.built).set(group.component, version);
        made.push({
          way: label.way,
          fronts: label.fronts.with(i, of.only(at, moves)),
          commitments: [...label.commitments, { stop, group, at }],
          buildable: this.buildable(built),
          built,
        });
      }
    }
    return made;
  }

  /** Builders that nothing tells apart are tried once. */
  private identityOf(of: Fronts, front: Front): string {
    const { group } = of;
    return JSON.stringify([
      group.component,
      group.instances,
      group.versions,
      group.meetsGoal,
      [...(group.compatible[0] ?? [])],
      group.versions.map((_, at) => of.movesTo(front, at)),
    ]);
  }

  /** Whether some group that waits for builders may have to move at the label's last stop. */
  private isDue({ way, fronts }: Label): boolean {
    const { graph } = this.fleet;
    const { server } = way;
    if (server === graph.versions.length - 1) return true;
    const hops = graph.hops[server] ?? [];
    return this.fronts.some(
      (of, i) =>
        of.group.builders.length > 0 &&
        of.group.compatible.some(
          (works, at) =>
            of.movesTo(fronts[i] ?? DEAD, at) < IMPOSSIBLE &&
            (works[server] !== 1 || hops.some((next) => works[next] !== 1)),
        ),
    );
  }

  /** The lowest version of a builder that would let some group be built which cannot be yet. */
  private leastUseful(component: string, built: ReadonlyMap<string, Version>): Version | undefined {
    let least: Version | undefined;
    for (const group of this.fleet.groups) {
      if (!group.builders.includes(component)) continue;
      const next = group.versions.find((_, at) => at > 0 && !isBuiltBy(group, at, built));
      if (next !== undefined && (least === undefined || compareVersions(next, least) < 0)) least = next;
    }
    return least;
  }
}
