import type { Told } from '../../formats/timeline/describe-timeline';
import styles from './timeline.module.css';

/** What is at the place that is looked at, in words. */
export function TimelineTold({ told, onOpen }: { told: Told | undefined; onOpen: (step: number) => void }) {
  const step = told?.step;
  return (
    <p className={styles.told} data-empty={told === undefined || undefined} dir="auto">
      {told === undefined
        ? 'Point at a place, tap it, or walk there by the arrow keys: it says what happens, and what would break without it.'
        : told.text}
      {step !== undefined && (
        <>
          {' '}
          {/* By the keys Enter opens it. */}
          <button type="button" tabIndex={-1} className={styles.open} onClick={() => onOpen(step)}>
            Open the step
          </button>
        </>
      )}
    </p>
  );
}
