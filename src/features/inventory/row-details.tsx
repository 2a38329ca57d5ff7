import type { Catalog } from '../../engine/model/catalog';
import type { CellProblem } from '../../session/draft-entry';
import type { DraftRow, RowField } from '../../session/inputs';
import { editCell } from '../../session/store';
import * as texts from '../../texts/inventory';
import styles from './row-details.module.css';

interface RowDetailsProps {
  row: DraftRow;
  catalog: Catalog;
  problems: readonly CellProblem[];
  problemsId: string;
  /** How the row is spoken of. */
  who: string;
}

function Field({
  row,
  problems,
  problemsId,
  field,
  title,
  label,
  placeholder,
}: Omit<RowDetailsProps, 'catalog' | 'who'> & {
  field: RowField;
  title: string;
  label: string;
  placeholder: string;
}) {
  const isWrong = problems.some((problem) => problem.field === field);
  return (
    <div className={styles.field}>
      <span>{title}</span>
      <input
        className={styles.cell}
        type="text"
        value={row[field]}
        aria-label={label}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? problemsId : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        placeholder={placeholder}
        onChange={(event) => editCell(row.id, field, event.target.value)}
      />
    </div>
  );
}

/** What few rows have: why it is pinned, what it advertises, labels, where it is built. */
export function RowDetails({ catalog, who, ...cell }: RowDetailsProps) {
  const { row } = cell;
  const component = Object.hasOwn(catalog.components, row.component)
    ? catalog.components[row.component]
    : undefined;
  const protocols = component?.role === 'server' ? Object.keys(catalog.protocols) : (component?.speaks ?? []);
  const kept = Object.keys(row.more);
  const example = protocols[0] === undefined ? '' : texts.exampleRange(protocols[0]);
  return (
    <div className={styles.details} data-details>
      <Field
        {...cell}
        field="pinned"
        title={texts.pinnedBecause}
        label={texts.whyPinned(who)}
        placeholder={texts.mayMove}
      />
      <Field
        {...cell}
        field="protocols"
        title={texts.advertises}
        label={texts.rangesOf(who)}
        placeholder={texts.asCatalogSays(example)}
      />
      <Field
        {...cell}
        field="labels"
        title={texts.labels}
        label={texts.labelsOf(who)}
        placeholder={texts.labelsHint}
      />
      {component?.builtWith !== undefined && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={row.source === 'external'}
            onChange={(event) => editCell(row.id, 'source', event.target.checked ? 'external' : '')}
          />
          <span>{texts.builtOutside}</span>
        </label>
      )}
      {kept.length > 0 && <p className={styles.kept}>{texts.kept(kept.join(', '))}</p>}
    </div>
  );
}
