import { Fragment, useState } from 'react';
import type { Entry } from '../../engine/model/inventory';
import * as texts from '../../texts/today';
import { Icon } from '../../ui/icon';
import styles from './today.module.css';

const LONGEST = 60;

/** Entries by name; each leads to its row of the inventory. Many are folded. */
export function EntryNames({
  entries,
  most = 4,
  onShowEntry,
}: {
  entries: readonly Pick<Entry, 'name' | 'version' | 'pinned'>[];
  /** How many are shown at once where there are many. */
  most?: number;
  onShowEntry: (name: string) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const isFolding = entries.length > most + 1;
  const shown = isFolding && !isOpen ? entries.slice(0, most) : entries;
  return (
    <span className={styles.names}>
      {shown.map(({ name, version, pinned }, i) => (
        <Fragment key={name}>
          {i > 0 && ', '}
          <button
            type="button"
            className={styles.name}
            title={texts.nameTitle(name.slice(0, 200), version, pinned !== undefined)}
            onClick={() => onShowEntry(name)}
          >
            <bdi>{name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name}</bdi>
            {pinned !== undefined && (
              <>
                {' '}
                <Icon name="pin" size={12} />
                <span className="visually-hidden">{texts.pinned}</span>
              </>
            )}
          </button>
        </Fragment>
      ))}
      {isFolding && (
        <>
          {' '}
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            onClick={() => setOpen((before) => !before)}
          >
            {isOpen ? texts.fewer : texts.andMore(entries.length - most)}
          </button>
        </>
      )}
    </span>
  );
}
