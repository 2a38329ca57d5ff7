import type { TakeMode } from '../../session/compare-entries';
import * as texts from '../../texts/import';
import { Sentence } from '../../ui/sentence';
import styles from './import-preview.module.css';

/** What becomes of the rows that are there. */
export function ImportMode({
  mode,
  missing,
  isMissingRemoved,
  other,
  onMode,
  onRemoveMissing,
}: {
  mode: TakeMode;
  /** How many rows are there that were not brought. */
  missing: number;
  isMissingRemoved: boolean;
  /** The product of what was brought, where it is another one: that cannot be merged. */
  other: string | undefined;
  onMode: (mode: TakeMode) => void;
  onRemoveMissing: (isMissingRemoved: boolean) => void;
}) {
  if (other !== undefined) {
    return <p>{texts.replacesOther(other)}</p>;
  }
  return (
    <fieldset className={styles.mode}>
      <legend className="visually-hidden">{texts.mode}</legend>
      <label>
        <input type="radio" name="mode" checked={mode === 'merge'} onChange={() => onMode('merge')} />
        <span>
          <Sentence parts={texts.merge((words) => <strong>{words}</strong>)} />
        </span>
      </label>
      {mode === 'merge' && missing > 0 && (
        <label className={styles.inner}>
          <input
            type="checkbox"
            checked={isMissingRemoved}
            onChange={(event) => onRemoveMissing(event.target.checked)}
          />
          <span>{texts.removeMissing(missing)}</span>
        </label>
      )}
      <label>
        <input type="radio" name="mode" checked={mode === 'replace'} onChange={() => onMode('replace')} />
        <span>
          <Sentence parts={texts.replace((words) => <strong>{words}</strong>)} />
        </span>
      </label>
    </fieldset>
  );
}
