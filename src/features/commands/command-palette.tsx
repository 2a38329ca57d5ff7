import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import * as texts from '../../texts/palette';
import { Modal } from '../../ui/modal';
import styles from './commands.module.css';
import { findMatches } from './find-matches';

/** Something that can be found by its name, and what happens then. */
export interface PaletteItem {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** What tells it from others of the same name; it is searched, too. */
  readonly detail?: string | undefined;
  /** As they are said. */
  readonly keys?: string | undefined;
  readonly run: () => void;
}

const MOST_SHOWN = 50;

function textOf({ title, group, detail = '' }: PaletteItem): string {
  return `${title} ${group} ${detail}`;
}

/** Finds whatever has a name here, and does it or goes there: a field with a list that the arrows go through. */
export function CommandPalette({
  items,
  onRun,
  onClose,
}: {
  items: readonly PaletteItem[];
  /** Comes after the dialog has closed. */
  onRun: (item: PaletteItem) => void;
  onClose: () => void;
}) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const found = useMemo(() => findMatches(query, items, textOf, MOST_SHOWN), [query, items]);
  const active = found[chosen];
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const next = {
      ArrowDown: chosen === last ? 0 : chosen + 1,
      ArrowUp: chosen === 0 ? last : chosen - 1,
      PageDown: Math.min(last, chosen + 8),
      PageUp: Math.max(0, chosen - 8),
    }[event.key];
    if (event.key === 'Enter' && active !== undefined && !event.nativeEvent.isComposing) onRun(active);
    else if (next === undefined || found.length === 0) return;
    else setChosen(next);
    event.preventDefault();
  };
  return (
    <Modal title={texts.title} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        data-first-focus
        className={styles.query}
        aria-label={texts.query}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : `${listId}-${chosen}`}
        placeholder={texts.queryHint}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className={styles.count} role="status">
        {found.length === 0 ? texts.nothingFound : query.trim() !== '' && texts.found(found.length)}
      </p>
      {/* The field keeps the keys: the list is gone through from there. */}
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={texts.foundList}
        className={styles.found}
        tabIndex={-1}
      >
        {found.map((item, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <div
            key={item.id}
            id={`${listId}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === chosen}
            className={styles.item}
            onClick={() => onRun(item)}
          >
            <span className={styles.group}>{item.group}</span>
            <span className={styles.title} dir="auto">
              {item.title.slice(0, 200)}
            </span>
            {item.detail !== undefined && (
              <span className={styles.detail} dir="auto">
                {item.detail.slice(0, 200)}
              </span>
            )}
            {item.keys !== undefined && <kbd>{item.keys}</kbd>}
          </div>
        ))}
      </div>
    </Modal>
  );
}
