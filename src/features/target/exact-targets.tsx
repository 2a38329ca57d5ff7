import { useId, useState } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import { compareVersions, readVersion } from '../../engine/model/version';
import type { DraftRow } from '../../session/inputs';
import { setEntryTarget, useInputs } from '../../session/store';
import * as texts from '../../texts/target';
import { IconButton } from '../../ui/button';
import styles from './target.module.css';

function newerReleases(catalog: Catalog, component: string, version: string): string[] {
  const current = readVersion(version);
  const releases =
    catalog.components[component]?.releases ??
    catalog.releases.filter((release) => release.components?.[component] !== null);
  return releases
    .map((release) => release.version)
    .filter((candidate) => current === undefined || compareVersions(candidate, current) >= 0)
    .toReversed();
}

/** Of many entries so many are offered: more letters leave fewer. */
const OFFERED = 50;

/** A field that finds an entry by its name, and the versions it may have. */
function NewTarget({ catalog, free }: { catalog: Catalog; free: readonly DraftRow[] }) {
  const [text, setText] = useState('');
  const id = useId();
  const wanted = text.trim();
  const row = free.find(({ name }) => name.trim() === wanted);
  const letters = wanted.toLowerCase();
  const offered: string[] = [];
  for (const { name } of free) {
    if (offered.length === OFFERED) break;
    if (name.toLowerCase().includes(letters)) offered.push(name.trim());
  }
  return (
    <li>
      <input
        type="text"
        list={`${id}-entries`}
        aria-label={texts.entry}
        aria-describedby={`${id}-none`}
        placeholder={texts.entryHint}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <datalist id={`${id}-entries`}>
        {[...new Set(offered)].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <select
        aria-label={texts.exactVersion}
        value=""
        disabled={row === undefined}
        onChange={(event) => {
          if (row !== undefined) setEntryTarget(row.id, event.target.value);
          setText('');
        }}
      >
        <option value="">{texts.chooseVersion}</option>
        {row !== undefined &&
          newerReleases(catalog, row.component, row.version).map((version) => (
            <option key={version}>{version}</option>
          ))}
      </select>
      <small id={`${id}-none`} role="status">
        {wanted !== '' && offered.length === 0 && texts.noSuchEntry}
      </small>
    </li>
  );
}

/** Exact versions for single entries: set ones as a list, and a line to add one. */
export function ExactTargets({ catalog, inventory }: { catalog: Catalog; inventory: Inventory | undefined }) {
  const rows = useInputs((inputs) => inputs.rows);
  const targets = useInputs((inputs) => inputs.goal.entries);
  // Looked through when it can be seen.
  const [isOpen, setOpen] = useState(false);
  const isServer = (component: string) => catalog.components[component]?.role === 'server';
  const set = Object.keys(targets).length === 0 ? [] : rows.filter((row) => targets[row.id] !== undefined);
  const isFree = (row: DraftRow) =>
    targets[row.id] === undefined && !isServer(row.component) && row.name.trim() !== '';
  const free = isOpen ? rows.filter(isFree) : [];
  return (
    <details
      className={styles.exact}
      open={set.length > 0 || undefined}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{texts.exact(set.length)}</summary>
      <ul>
        {set.map((entry) => {
          const target = targets[entry.id] ?? '';
          const releases = newerReleases(catalog, entry.component, entry.version);
          return (
            <li key={entry.id}>
              <span className={styles.who}>{entry.name}</span>
              <select
                aria-label={texts.exactOf(entry.name.slice(0, 80))}
                value={target}
                onChange={(event) => setEntryTarget(entry.id, event.target.value)}
              >
                {!releases.includes(target) && <option value={target}>{target}</option>}
                {releases.map((version) => (
                  <option key={version}>{version}</option>
                ))}
              </select>
              <IconButton
                icon="remove"
                label={texts.noExactOf(entry.name.slice(0, 80))}
                onClick={() => setEntryTarget(entry.id, '')}
              />
            </li>
          );
        })}
        {free.length > 0 && inventory !== undefined && <NewTarget catalog={catalog} free={free} />}
      </ul>
    </details>
  );
}
