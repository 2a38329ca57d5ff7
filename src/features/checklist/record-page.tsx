import styles from './checklist.module.css';

/** As many as the smaller of A4 and Letter takes. */
const ROWS = 23;

/** A page of its own to write down what happened. */
export function RecordPage() {
  return (
    <section className={styles.record}>
      <h2>What happened</h2>
      <table>
        <thead>
          <tr>
            <th className={styles.time}>Time</th>
            <th className={styles.tick}>Step</th>
            <th>What happened, and what was done about it</th>
            <th className={styles.signature}>Name</th>
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
