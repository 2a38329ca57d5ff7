import styles from './timeline.module.css';

/** What the signs of the drawing mean. */
export function TimelineLegend({
  hasPauses,
  hasNoReturn,
  isUnderWay,
}: {
  hasPauses: boolean;
  hasNoReturn: boolean;
  isUnderWay: boolean;
}) {
  return (
    <>
      <span className={styles.key} data-role="server">
        server
      </span>
      <span className={styles.key} data-role="client">
        clients
      </span>
      <span className={styles.key} data-role="agent">
        agents
      </span>
      <span>
        <i className={styles.keyBand} /> what the server speaks
      </span>
      <span>
        <i className={styles.keyBar} /> what a consumer speaks, <i className={styles.keyDot} /> the version
        they use
      </span>
      {hasPauses && (
        <span>
          <i className={styles.keyPause} /> you may pause
        </span>
      )}
      {hasNoReturn && (
        <span>
          <i className={styles.keyNoReturn} /> no way back from here on
        </span>
      )}
      {isUnderWay && (
        <span>
          <i className={styles.keyHere} /> you are here
        </span>
      )}
    </>
  );
}
