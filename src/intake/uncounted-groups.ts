/** Which entries count as one because nothing was said? */
import type { EntryGroup } from './entry-group';
import type { FoundRow } from './reader';

/** An instance counts as itself; another row says how many it stands for, or nothing. */
const isCounted = ({ cells, isInstance }: FoundRow) =>
  isInstance === true || (cells.count ?? '').trim() !== '';

export class UncountedGroups {
  private readonly groups = new Set<EntryGroup>();

  /** `row` is the first of the group. */
  begin(group: EntryGroup, row: FoundRow): void {
    if (!isCounted(row)) this.groups.add(group);
  }

  /** The group counts from now on what this row says. */
  take(group: EntryGroup, row: FoundRow): void {
    if (isCounted(row)) this.groups.delete(group);
  }

  get names(): string[] {
    return [...this.groups].map(({ entry }) => entry.name);
  }
}
