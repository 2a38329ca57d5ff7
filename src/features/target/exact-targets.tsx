import { useState } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { Inventory } from '../../engine/model/inventory';
import { compareVersions, readVersion } from '../../engine/model/version';
import { setEntryTarget, useInputs } from '../../session/store';
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

/** Exact versions for single entries: set ones as a list, and a line to add one. */
export function ExactTargets({ catalog, inventory }: { catalog: Catalog; inventory: Inventory | undefined }) {
  const rows = useInputs((inputs) => inputs.rows);
  const targets = useInputs((inputs) => inputs.goal.entries);
  const [chosen, setChosen] = useState('');
  // Of many rows the list of all of them is long: made when it can be seen.
  const [isOpen, setOpen] = useState(false);
  const isServer = (component: string) => catalog.components[component]?.role === 'server';
  const set = rows.filter((row) => targets[row.id] !== undefined);
  const free = rows.filter(
    (row) => targets[row.id] === undefined && !isServer(row.component) && row.name.trim() !== '',
  );
  const row = free.find((candidate) => candidate.id === chosen);
  return (
    <details
      className={styles.exact}
      open={set.length > 0 || undefined}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Exact versions for single entries{set.length > 0 && ` (${set.length})`}</summary>
      <ul>
        {set.map((entry) => {
          const target = targets[entry.id] ?? '';
          const releases = newerReleases(catalog, entry.component, entry.version);
          return (
            <li key={entry.id}>
              <span className={styles.who}>{entry.name}</span>
              <select
                aria-label={`Exact version for ${entry.name.slice(0, 80)}`}
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
                label={`No exact version for ${entry.name.slice(0, 80)}`}
                onClick={() => setEntryTarget(entry.id, '')}
              />
            </li>
          );
        })}
        {isOpen && free.length > 0 && inventory !== undefined && (
          <li>
            <select aria-label="Entry" value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="">Choose an entry</option>
              {free.map((entry) => (
                <option key={entry.id} value={entry.id}>
                  {entry.name.slice(0, 80)}
                </option>
              ))}
            </select>
            <select
              aria-label="Exact version"
              value=""
              disabled={row === undefined}
              onChange={(event) => {
                setEntryTarget(chosen, event.target.value);
                setChosen('');
              }}
            >
              <option value="">Choose a version</option>
              {row !== undefined &&
                newerReleases(catalog, row.component, row.version).map((version) => (
                  <option key={version}>{version}</option>
                ))}
            </select>
          </li>
        )}
      </ul>
    </details>
  );
}
