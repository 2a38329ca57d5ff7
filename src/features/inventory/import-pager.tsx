import { useState } from 'react';
import * as texts from '../../texts/import';
import { IconButton } from '../../ui/button';
import styles from './import-preview.module.css';

interface Pages<T> {
  readonly shown: readonly T[];
  readonly first: number;
  readonly count: number;
  readonly size: number;
  readonly go: (first: number) => void;
}

/** A long list page by page: all of it can be seen, and no more is drawn than is looked at. */
export function usePages<T>(items: readonly T[], size: number): Pages<T> {
  const [wanted, setWanted] = useState(0);
  const last = Math.max(0, Math.floor((items.length - 1) / size) * size);
  const first = Math.min(wanted, last);
  return { shown: items.slice(first, first + size), first, count: items.length, size, go: setWanted };
}

export function Pager<T>({ pages, what }: { pages: Pages<T>; what: keyof typeof texts.pagers }) {
  const { shown, first, count, size, go } = pages;
  if (count <= size) return null;
  return (
    <nav className={styles.pager} aria-label={texts.pagers[what].pages}>
      <span>{texts.pageOf(first + 1, first + shown.length, count)}</span>
      <IconButton
        icon="chevron"
        className={styles.back}
        label={texts.pagers[what].previous}
        disabled={first === 0}
        onClick={() => go(first - size)}
      />
      <IconButton
        icon="chevron"
        label={texts.pagers[what].next}
        disabled={first + size >= count}
        onClick={() => go(first + size)}
      />
    </nav>
  );
}
