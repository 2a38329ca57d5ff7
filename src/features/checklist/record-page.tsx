import * as texts from '../../texts/print';
import styles from './checklist.module.css';

/** As many as the smaller of A4 and Letter takes. */
const ROWS = 23;

/** A page of its own to write down what happened. */
export function RecordPage() {
  return (
    <section className={styles.record}>
      <h2>{texts.happened}</h2>
      <table>
        <thead>
          <tr>
            <th className={styles.time}>{texts.time}</th>
            <th className={styles.tick}>{texts.step}</th>
            <th>{texts.happenedAndDone}</th>
            <th className={styles.signature}>{texts.name}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: ROWS }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are blank
            <tr key={i}>
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
