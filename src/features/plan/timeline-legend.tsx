import * as texts from '../../texts/timeline';
import styles from './timeline.module.css';

/** What the signs of the drawing mean. */
export function TimelineLegend({
  hasLetters,
  hasSkips,
  hasPauses,
  hasNoReturn,
  isUnderWay,
}: {
  hasLetters: boolean;
  hasSkips: boolean;
  hasPauses: boolean;
  hasNoReturn: boolean;
  isUnderWay: boolean;
}) {
  return (
    <>
      <span className={styles.key} data-role="server">
        {texts.server}
      </span>
      <span className={styles.key} data-role="client">
        {texts.clients}
      </span>
      <span className={styles.key} data-role="agent">
        {texts.agents}
      </span>
      <span>
        <i className={styles.keyBand} /> {texts.serverSpeaks}
      </span>
      <span>
        <i className={styles.keyBar} /> {texts.consumerSpeaks} <i className={styles.keyDot} />{' '}
        {texts.usedVersion}
      </span>
      {hasLetters && (
        <span>
          <b className={styles.keyLetter}>{texts.letterSign}</b> {texts.letters}
        </span>
      )}
      {hasSkips && (
        <span>
          <b className={styles.keySkip}>{texts.skipSign}</b> {texts.skips}
        </span>
      )}
      {hasPauses && (
        <span>
          <i className={styles.keyPause} /> {texts.mayPause}
        </span>
      )}
      {hasNoReturn && (
        <span>
          <i className={styles.keyNoReturn} /> {texts.noWayBackFrom}
        </span>
      )}
      {isUnderWay && (
        <span>
          <i className={styles.keyHere} /> {texts.here}
        </span>
      )}
    </>
  );
}
