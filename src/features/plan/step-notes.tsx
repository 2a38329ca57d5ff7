import { memo } from 'react';
import type { ChosenNote, PassedNote } from '../../engine/explanation/notes-for-step';
import type { Catalog, Note } from '../../engine/model/catalog';
import { describeNoteKind, describeNoteRelation } from '../../formats/wording/describe-note';
import * as texts from '../../texts/plan';
import { InlineCode } from '../../ui/inline-code';
import { Source } from './source';
import styles from './steps.module.css';

const KINDS = ['breaking', 'action', 'known-issue', 'deprecation', 'info'] as const;

const TIMES = [
  ['before', texts.before],
  ['during', texts.during],
  ['after', texts.after],
  [undefined, texts.anyTime],
] as const;

const WHY_NOT: Readonly<Record<PassedNote['because'], string>> = {
  'other-component': texts.otherComponent,
  'other-installation': texts.otherInstallation,
  'other-versions': texts.otherVersions,
};

function NoteLine({ note, release, children }: { note: Note; release: string; children?: React.ReactNode }) {
  return (
    <li className={styles.note} data-kind={note.kind}>
      <span className={styles.kind}>{describeNoteKind(note.kind)}</span>
      <div>
        <p>
          <InlineCode text={note.summary} /> {children}
        </p>
        {note.actions !== undefined && (
          <ol className={styles.todo}>
            {note.actions.map((action) => (
              <li key={action}>
                <InlineCode text={action} />
              </li>
            ))}
          </ol>
        )}
        <p className={styles.origin}>
          {release} · <Source text={note.source} />
          {note.basis !== undefined && note.basis !== 'documented' && <> · {note.basis}</>}
          {note.confidence !== undefined && <> · {note.confidence}</>}
        </p>
      </div>
    </li>
  );
}

/** `2 to do, 1 breaking` */
export function countKinds(notes: readonly ChosenNote[]): string {
  return KINDS.flatMap((kind) => {
    const word = describeNoteKind(kind);
    const count = notes.filter(({ note }) => note.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count > 1 && kind === 'known-issue' ? texts.knownIssues : word}`];
  }).join(', ');
}

/** What the catalog has to say of the releases that a step passes, by its time. */
export const NotesOfStep = memo(function NotesOfStep({
  catalog,
  notes,
}: {
  catalog: Catalog;
  notes: readonly ChosenNote[];
}) {
  return (
    <div className={styles.notes}>
      {TIMES.map(([when, title]) => {
        const timely = notes.filter(({ note }) => note.when === when);
        if (timely.length === 0) return null;
        return (
          <section key={title}>
            <h5>{title}</h5>
            <ul>
              {timely.map(({ note, release, relation, openFacts }) => (
                <NoteLine key={`${release} ${note.id}`} note={note} release={release}>
                  {describeNoteRelation(relation)}{' '}
                  {openFacts.map((fact) => (
                    <em key={fact}>{texts.dependsOn(catalog.facts[fact]?.question ?? fact)} </em>
                  ))}
                </NoteLine>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
});

/** What it has to say of them that is left out here, and why. */
export const OtherNotes = memo(function OtherNotes({ notes }: { notes: readonly PassedNote[] }) {
  return (
    <div className={styles.notes}>
      <ul>
        {notes.map(({ note, release, because }) => (
          <NoteLine key={`${release} ${note.id}`} note={note} release={release}>
            <em>{texts.leftOut(WHY_NOT[because])}</em>
          </NoteLine>
        ))}
      </ul>
    </div>
  );
});
