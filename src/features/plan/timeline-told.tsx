import type { Told } from '../../formats/timeline/describe-timeline';
import * as texts from '../../texts/timeline';
import styles from './timeline.module.css';

/** What is at the place that is looked at, in words. */
export function TimelineTold({
  told,
  help,
  onOpen,
}: {
  told: Told | undefined;
  /** Said where nothing is looked at. */
  help: string;
  onOpen: (step: number) => void;
}) {
  const step = told?.step;
  return (
    <p className={styles.told} data-empty={told === undefined || undefined} dir="auto">
      {told === undefined ? help : told.text}
      {step !== undefined && (
        <>
          {' '}
          {/* By the keys Enter opens it. */}
          <button type="button" tabIndex={-1} className={styles.open} onClick={() => onOpen(step)}>
            {texts.openStep}
          </button>
        </>
      )}
    </p>
  );
}
