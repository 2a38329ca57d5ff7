import type { GoingBack } from '../../engine/assessment/going-back';
import type { Catalog } from '../../engine/model/catalog';
import { describePause, describeSingleMovesBack, describeWayBack } from '../../formats/wording/describe-back';
import * as texts from '../../texts/print';
import styles from './checklist.module.css';
import { Prose } from './prose';

/** A stage is done: may one pause, and what leads back from here? */
export function AfterStage({
  catalog,
  back,
  stage,
  hasWayBack,
}: {
  catalog: Catalog;
  back: GoingBack;
  stage: number;
  hasWayBack: boolean;
}) {
  const state = back.states.find((candidate) => candidate.stage === stage);
  const isLast = stage === back.states.at(-1)?.stage;
  const lines =
    state === undefined || !hasWayBack
      ? []
      : [...describeSingleMovesBack(state, catalog), describeWayBack(state)].filter((line) => line !== '');
  return (
    <div className={styles.after}>
      <div className={styles.afterHead}>
        <span className={styles.box} />
        <p>
          <strong>{texts.stageDone(stage)}</strong>{' '}
          {state !== undefined && !isLast && <Prose text={describePause(state)} />}
          {isLast && texts.lastStage}
        </p>
        <span className={styles.blank}>{texts.time}</span>
        <span className={styles.blank}>{texts.signature}</span>
      </div>
      {lines.length > 0 && (
        <ul className={styles.back}>
          {lines.map((line) => (
            <li key={line}>
              <Prose text={line} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
