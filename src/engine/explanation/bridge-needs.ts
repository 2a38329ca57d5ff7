/**
 * Could an entry have moved before the server came to this release, so that it needs no stop there?
 *
 * With the server as it was before, it would need a release that works there, here and at the server's next stop, and, where
 * others build it, one of them that gets that far there (rule 6). What it does not ask: what else a plan would cost then.
 */
import { refusalOfRelease } from '../compatibility/refusal';
import { releaseLine } from '../compatibility/release-line';
import {
  type Catalog,
  compareVersions,
  type Entry,
  type Inventory,
  type ParsedGoal,
  type Version,
} from '../model';
import { buildersOf } from '../planning/fleet';
import type { Works } from './builder-history';

/** The server's versions: before it came here, here, and where it goes next. */
export interface Passage {
  readonly before: Version;
  readonly here: Version;
  readonly next: Version;
}

export class BridgeNeeds {
  /** By what tells one answer from another. */
  private readonly known = new Map<string, boolean>();
  /** By component and server version: how far those that build get there. */
  private readonly highest = new Map<string, Version | undefined>();

  constructor(
    private readonly catalog: Catalog,
    private readonly inventory: Inventory,
    private readonly goal: ParsedGoal,
    private readonly works: Works,
  ) {}

  /** Versions that an entry could be moved to, the highest first. */
  private versionsAbove(entry: Entry): Version[] {
    const { catalog, inventory, goal } = this;
    return releaseLine(catalog, entry.component)
      .releases.filter(
        (release) =>
          compareVersions(release.version, entry.version) > 0 &&
          refusalOfRelease(release, inventory.facts, goal.prereleases) === undefined,
      )
      .map(({ version }) => version)
      .reverse();
  }

  private highestBuilder(component: string, server: Version): Version | undefined {
    const key = `${component}\n${server}`;
    if (!this.highest.has(key)) {
      const versions = this.inventory.entries
        .filter((entry) => entry.component === component)
        .flatMap((entry) => {
          const moved =
            entry.pinned === undefined &&
            this.versionsAbove(entry).find((to) => this.works(entry, to, server));
          const deployed = this.works(entry, entry.version, server) ? [entry.version] : [];
          return [...deployed, ...(moved ? [moved] : [])];
        });
      this.highest.set(key, versions.sort(compareVersions).at(-1));
    }
    return this.highest.get(key);
  }

  private canPass(entry: Entry, { before, here, next }: Passage): boolean {
    const builders = buildersOf(this.catalog, this.inventory, entry);
    const isBuilt = (version: Version) =>
      builders.length === 0 ||
      builders.some((id) => {
        const highest = this.highestBuilder(id, before);
        return highest !== undefined && compareVersions(highest, version) >= 0;
      });
    return this.versionsAbove(entry).some(
      (version) =>
        [before, here, next].every((server) => this.works(entry, version, server)) && isBuilt(version),
    );
  }

  /** `entry`: at the version that it had. */
  needsBridge(entry: Entry, passage: Passage): boolean {
    const { component, version, source, protocols } = entry;
    const key = JSON.stringify([component, version, source, protocols, passage]);
    let needs = this.known.get(key);
    if (needs === undefined) {
      needs = !this.canPass(entry, passage);
      this.known.set(key, needs);
    }
    return needs;
  }
}
