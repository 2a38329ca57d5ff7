import type { ReportNote } from '../../formats/plan-report';
import * as texts from '../../texts/print';
import styles from './checklist.module.css';
import { Prose } from './prose';

function Note({ note }: { note: ReportNote }) {
  const { kind, release, summary, relation, dependsOn, actions, source, confidence } = note;
  return (
    <li className={styles.note}>
      <p>
        <span className={styles.kind}>{kind}</span> <Prose text={summary} /> {relation}{' '}
        {dependsOn.length > 0 && (
          <b>
            <Prose text={texts.dependsOn(dependsOn.join(' '))} />
          </b>
        )}{' '}
        <small>
          {release} · <Prose text={source} />
          {confidence !== '' && (
            <>
              {' '}
              · <Prose text={confidence} />
            </>
          )}
        </small>
      </p>
      {actions.length > 0 && (
        <ul>
          {actions.map((action) => (
            <li key={action} className={styles.todo}>
              <span className={styles.box} />
              <span>
                <Prose text={action} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Notes of one time, under what they are about. */
export function Notes({ title, notes }: { title: string; notes: readonly ReportNote[] }) {
  if (notes.length === 0) return null;
  const [first, ...others] = notes.map((note) => (
    <Note key={`${note.release} ${note.kind} ${note.summary}`} note={note} />
  ));
  return (
    <div className={styles.notes}>
      <div className={styles.together}>
        <h4>{title}</h4>
        <ul>{first}</ul>
      </div>
      {others.length > 0 && <ul>{others}</ul>}
    </div>
  );
}
