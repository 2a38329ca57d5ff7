/**
 * Which notes of the catalog matter for a step?
 *
 * Those of every release that the step passes or lands on, if they are about the component, are not ruled out by an
 * answer, and are about a version that the step leaves or lands on. The others are kept with the reason why not: an
 * operator may know better.
 */
import { type ConditionState, conditionState, openFactsOf } from '../compatibility/condition';
import { releaseLine } from '../compatibility/release-line';
import {
  type Catalog,
  compareVersions,
  type Inventory,
  isInRange,
  type Note,
  type Step,
  type Version,
} from '../model';

/** How a note's `affects` stands to the step: it begins with it, ends with it, or goes on; `always` where it has none. */
export type NoteRelation = 'always' | 'begins' | 'ends' | 'goes-on';

export interface ChosenNote {
  readonly note: Note;
  readonly release: Version;
  readonly relation: NoteRelation;
  /** `open`: it applies unless one of `openFacts` is answered otherwise. */
  readonly state: Exclude<ConditionState, 'fails'>;
  readonly openFacts: readonly string[];
}

export interface PassedNote {
  readonly note: Note;
  readonly release: Version;
  readonly because: 'other-component' | 'other-installation' | 'other-versions';
}

export interface StepNotes {
  readonly applies: readonly ChosenNote[];
  readonly others: readonly PassedNote[];
}

const ORDER = { before: 0, during: 1, after: 2 } as const;

function relationOf(note: Note, { from, to }: Pick<Step, 'from' | 'to'>): NoteRelation | undefined {
  if (note.affects === undefined) return 'always';
  const [hadIt, hasIt] = [isInRange(from, note.affects), isInRange(to, note.affects)];
  if (hadIt && hasIt) return 'goes-on';
  if (hasIt) return 'begins';
  return hadIt ? 'ends' : undefined;
}

/** In the order in which they matter: before, during, after, then what has no time; the releases ascending within. */
export function notesForStep(
  catalog: Catalog,
  { facts }: Pick<Inventory, 'facts'>,
  step: Pick<Step, 'component' | 'from' | 'to'>,
): StepNotes {
  const applies: ChosenNote[] = [];
  const others: PassedNote[] = [];
  for (const release of releaseLine(catalog, step.component).releases) {
    if (compareVersions(release.version, step.from) <= 0 || compareVersions(release.version, step.to) > 0)
      continue;
    for (const note of release.notes) {
      const state = conditionState(note.if, facts);
      const relation = relationOf(note, step);
      const passed = { note, release: release.version };
      if (note.applies?.includes(step.component) === false)
        others.push({ ...passed, because: 'other-component' });
      else if (state === 'fails') others.push({ ...passed, because: 'other-installation' });
      else if (relation === undefined) others.push({ ...passed, because: 'other-versions' });
      else applies.push({ ...passed, relation, state, openFacts: openFactsOf(note.if, facts) });
    }
  }
  const rank = ({ note }: ChosenNote) => (note.when === undefined ? 3 : ORDER[note.when]);
  applies.sort((a, b) => rank(a) - rank(b) || compareVersions(a.release, b.release));
  return { applies, others };
}
