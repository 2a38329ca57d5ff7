import type { ChosenNote, PassedNote, StepNotes } from '../../engine/explanation/notes-for-step';
import type { Catalog, Note } from '../../engine/model/catalog';
import { describeNoteKind, describeNoteRelation } from '../../formats/wording/describe-note';
import { InlineCode } from '../../ui/inline-code';
import { Source } from './source';
import styles from './steps.module.css';

const KINDS = ['breaking', 'action', 'known-issue', 'deprecation', 'info'] as const;

const TIMES = [
  ['before', 'Before'],
  ['during', 'While it moves'],
  ['after', 'After'],
  [undefined, 'At any time'],
] as const;

const WHY_NOT: Readonly<Record<PassedNote['because'], string>> = {
  'other-component': 'is about other components',
  'other-installation': 'is about other installations: an answer rules it out',
  'other-versions': 'is about versions that this step neither leaves nor reaches',
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
    return count === 0 ? [] : [`${count} ${count > 1 && kind === 'known-issue' ? 'known issues' : word}`];
  }).join(', ');
}

/** What the catalog has to say of the releases that a step passes: what applies by its time, the rest with why not. */
export function NotesOfStep({ catalog, notes }: { catalog: Catalog; notes: StepNotes }) {
  return (
    <div className={styles.notes}>
      {TIMES.map(([when, title]) => {
        const timely = notes.applies.filter(({ note }) => note.when === when);
        if (timely.length === 0) return null;
        return (
          <section key={title}>
            <h5>{title}</h5>
            <ul>
              {timely.map(({ note, release, relation, openFacts }) => (
                <NoteLine key={`${release} ${note.id}`} note={note} release={release}>
                  {describeNoteRelation(relation)}{' '}
                  {openFacts.map((fact) => (
                    <em key={fact}>Depends on your answer: {catalog.facts[fact]?.question ?? fact} </em>
                  ))}
                </NoteLine>
              ))}
            </ul>
          </section>
        );
      })}
      {notes.others.length > 0 && (
        <details className={styles.others}>
          <summary>
            {notes.others.length === 1
              ? '1 note of these releases does not apply'
              : `${notes.others.length} notes of these releases don’t apply`}
          </summary>
          <ul>
            {notes.others.map(({ note, release, because }) => (
              <NoteLine key={`${release} ${note.id}`} note={note} release={release}>
                <em>Left out: it {WHY_NOT[because]}.</em>
              </NoteLine>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
