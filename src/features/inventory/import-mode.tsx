import type { TakeMode } from '../../session/compare-entries';
import styles from './import-preview.module.css';
import { countOf } from './import-words';

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
    return <p>This is about {other}, and what is there about another product: it replaces that.</p>;
  }
  return (
    <fieldset className={styles.mode}>
      <legend className="visually-hidden">What becomes of the rows that are there</legend>
      <label>
        <input type="radio" name="mode" checked={mode === 'merge'} onChange={() => onMode('merge')} />
        <span>
          <strong>Merge</strong>: rows are updated, and keep pins and labels that the files don’t carry
        </span>
      </label>
      {mode === 'merge' && missing > 0 && (
        <label className={styles.inner}>
          <input
            type="checkbox"
            checked={isMissingRemoved}
            onChange={(event) => onRemoveMissing(event.target.checked)}
          />
          <span>
            Remove the {countOf(missing, 'row')} that {missing === 1 ? 'is' : 'are'} missing in it
          </span>
        </label>
      )}
      <label>
        <input type="radio" name="mode" checked={mode === 'replace'} onChange={() => onMode('replace')} />
        <span>
          <strong>Replace</strong>: what is brought is the inventory, and nothing else
        </span>
      </label>
    </fieldset>
  );
}
