/** Where have steps that are done brought entries, which the inventory still has where they were? */
import type { DoneStep } from './inputs';
import type { DraftInventory } from './read-draft';

/** An entry that is elsewhere by now. */
export interface DoneMove {
  readonly rowId: string;
  readonly entry: string;
  readonly to: string;
  /** The steps that brought it there, in their order. */
  readonly steps: readonly DoneStep[];
}

/** Each step is taken once: those of several plans may lead in a circle. */
function followSteps(from: string, steps: ReadonlyMap<string, DoneStep>): readonly DoneStep[] {
  const taken = new Set<DoneStep>();
  for (let step = steps.get(from); step !== undefined && !taken.has(step); step = steps.get(step.to))
    taken.add(step);
  return [...taken];
}

/** In the order of the inventory. Steps that begin where no entry is count for nothing. */
export function findDoneMoves(
  { inventory, rowIds }: DraftInventory,
  progress: readonly DoneStep[],
): DoneMove[] {
  const byEntry = new Map<string, Map<string, DoneStep>>();
  for (const step of progress) {
    const known = byEntry.get(step.entry);
    if (known === undefined) byEntry.set(step.entry, new Map([[step.from, step]]));
    else known.set(step.from, step);
  }
  if (byEntry.size === 0) return [];
  return inventory.entries.flatMap((entry, i): DoneMove[] => {
    const steps = byEntry.get(entry.name);
    const rowId = rowIds[i];
    if (steps === undefined || rowId === undefined) return [];
    const taken = followSteps(entry.version, steps);
    const to = taken.at(-1)?.to;
    return to === undefined ? [] : [{ rowId, entry: entry.name, to, steps: taken }];
  });
}
