/** What is a note about, and how does it stand to the step? */
import type { NoteRelation } from '../../engine/explanation/notes-for-step';
import type { Note } from '../../engine/model/catalog';

const KINDS: Readonly<Record<Note['kind'], string>> = {
  breaking: 'breaking',
  action: 'to do',
  'known-issue': 'known issue',
  deprecation: 'deprecated',
  info: 'to know',
};

export function describeNoteKind(kind: Note['kind']): string {
  return KINDS[kind];
}

/** Whether the step brings or ends what the note describes; empty where the note does not say. */
export function describeNoteRelation(relation: NoteRelation): string {
  switch (relation) {
    case 'always':
      return '';
    case 'begins':
      return 'From this step on.';
    case 'ends':
      return 'This step ends it.';
    case 'goes-on':
      return 'As it was before.';
  }
}

/** How sure the catalog is of what it says; empty where it has no doubt. */
export function describeConfidence({ basis, confidence }: Pick<Note, 'basis' | 'confidence'>): string {
  const parts = [basis === 'documented' ? undefined : basis, confidence].filter((part) => part !== undefined);
  return parts.join('; ');
}
