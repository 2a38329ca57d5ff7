import * as texts from '../../texts/import';
import styles from './import-preview.module.css';
import type { Grouping } from './import-reading';
import type { ReadInventory } from './reading';

/** Whether rows that a plan cannot tell apart are one, and by which labels they stay apart. */
export function ImportGrouping({
  result: { isGrouped, rows, entries, labels },
  grouping: { group, groupBy },
  onGroup,
}: {
  result: ReadInventory;
  grouping: Grouping;
  onGroup: (grouping: Grouping) => void;
}) {
  const toggle = (label: string, isChosen: boolean) =>
    onGroup({
      group: true,
      groupBy: isChosen ? [...groupBy, label] : groupBy.filter((chosen) => chosen !== label),
    });
  // What was asked for counts at once, not only when it has been read.
  const isAsked = group === 'auto' ? isGrouped : group;
  // A label that was chosen stays among them, also where what is grouped by it has none any more.
  const offered = [...new Set([...labels, ...groupBy])];
  return (
    <fieldset className={styles.grouping}>
      <legend className="visually-hidden">{texts.grouping}</legend>
      <label>
        <input
          type="checkbox"
          checked={isAsked}
          onChange={(event) => onGroup({ group: event.target.checked, groupBy })}
        />
        <span>{texts.oneRow(isGrouped, rows, entries.length)}</span>
      </label>
      {isAsked && offered.length > 0 && (
        <div className={styles.labels}>
          <span>{texts.keepApart}</span>
          {offered.map((label) => (
            <label key={label}>
              <input
                type="checkbox"
                checked={groupBy.includes(label)}
                onChange={(event) => toggle(label, event.target.checked)}
              />
              <bdi>{label.slice(0, 80)}</bdi>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
