/**
 * Which entries do rows become? One each under a name of its own, or, from many rows on, one for all that a plan cannot tell
 * apart. The server is never one of those.
 */
import type { Catalog, Entry } from '../engine/model';
import { copyPlain } from './copy-plain';
import { beginGroup, type EntryGroup, entriesOf, groupKey, joinGroup } from './entry-group';
import { MAX_ENTRIES } from './intake-result';
import { UniqueNames } from './unique-names';

/** From so many rows on they are joined to groups, where nobody says otherwise. */
const MANY_ROWS = 2000;

export interface Grouping {
  /** Whether rows that a plan cannot tell apart become one entry with their number; `auto`: where there are many. */
  readonly group: 'auto' | boolean;
  /** Labels by which they stay apart all the same. */
  readonly groupBy: readonly string[];
}

export class CollectedEntries {
  isGrouped: boolean;
  /** Where the server is kept. */
  server: EntryGroup | undefined;
  private groups: EntryGroup[] = [];
  private readonly byKey = new Map<string, EntryGroup>();

  constructor(
    private readonly catalog: Catalog,
    private readonly grouping: Grouping,
  ) {
    this.isGrouped = grouping.group === true;
  }

  /** More than is kept: nothing of it is taken. */
  get isFull(): boolean {
    return this.groups.length > MAX_ENTRIES;
  }

  /** Whether it is time to group them. */
  isMany(rows: number): boolean {
    return !this.isGrouped && this.grouping.group === 'auto' && rows >= MANY_ROWS;
  }

  beginGrouping(): void {
    this.isGrouped = true;
    const rows = this.groups;
    this.groups = [];
    for (const row of rows) {
      if (row === this.server) this.groups.push(row);
      else this.join(row.entry, row.isNamed);
    }
  }

  /** Keeps it apart from all others. */
  push(group: EntryGroup): void {
    this.groups.push(group);
  }

  /** The group that it is in from now on, which does not hold on to it. `isNamed`: it has a name of its own. */
  join(entry: Entry, isNamed: boolean): EntryGroup {
    const key = groupKey(entry, this.grouping.groupBy);
    const known = this.byKey.get(key);
    if (known !== undefined && joinGroup(known, entry)) return known;
    const group = beginGroup(copyPlain(entry), isNamed);
    this.byKey.set(copyPlain(key), group);
    this.groups.push(group);
    return group;
  }

  get entries(): readonly Entry[] {
    if (!this.isGrouped) return this.groups.map(({ entry }) => entry);
    const names = new UniqueNames();
    const builders = this.findBuilders();
    return this.groups
      .flatMap((group) =>
        group === this.server
          ? [group.entry]
          : entriesOf(group, this.grouping.groupBy, builders.has(group.entry.component)),
      )
      .map((entry) => ({ ...entry, name: names.take(entry.name) }));
  }

  /** Components by which something that is here is built. */
  private findBuilders(): ReadonlySet<string> {
    const built = new Set(
      this.groups.filter(({ entry }) => entry.source !== 'external').map(({ entry }) => entry.component),
    );
    return new Set([...built].flatMap((component) => this.catalog.components[component]?.builtWith ?? []));
  }
}
