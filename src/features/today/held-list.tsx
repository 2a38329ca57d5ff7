import type { FurthestBehind } from '../../engine/assessment/furthest-behind';
import type { Catalog } from '../../engine/model/catalog';
import type { Entry } from '../../engine/model/inventory';
import { describeHeld } from '../../formats/wording/describe-held';
import * as texts from '../../texts/today';
import { EntryNames } from './entry-names';
import styles from './today.module.css';

/** Who is furthest behind, and what could be dropped if they moved. */
export function HeldList({
  catalog,
  name,
  behind,
  entries,
  isUsed,
  onShowEntry,
}: {
  catalog: Catalog;
  /** Of the protocol. */
  name: string;
  behind: FurthestBehind;
  /** By name. */
  entries: ReadonlyMap<string, Entry>;
  /** Whether anybody agrees on the protocol with the server. */
  isUsed: boolean;
  onShowEntry: (name: string) => void;
}) {
  return (
    <ul className={styles.held} aria-label={texts.holdsBack(name)}>
      {describeHeld(behind, name, isUsed, catalog, entries).map(({ lead, before, entries: held, after }) => (
        <li key={lead + before + after}>
          {lead !== '' && <strong>{lead}</strong>}
          {before}
          {held.length > 0 && <EntryNames entries={held} onShowEntry={onShowEntry} />}
          {after}
        </li>
      ))}
    </ul>
  );
}
