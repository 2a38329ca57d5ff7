import type { FurthestBehind, HeldLevel } from '../../engine/assessment/furthest-behind';
import type { Catalog } from '../../engine/model/catalog';
import type { Entry } from '../../engine/model/inventory';
import { componentName, formatList, formatRange } from '../../formats/wording/names';
import { EntryNames } from './entry-names';
import styles from './today.module.css';

function countByComponent(catalog: Catalog, entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const { component, count } of entries) counts.set(component, (counts.get(component) ?? 0) + count);
  return formatList(
    [...counts].map(([id, count]) => `${count.toLocaleString('en')} × ${componentName(catalog, id)}`),
  );
}

/** `Once they use 5 or newer, API 3–4 could go.` */
function describeDrop(
  { drops, next }: HeldLevel,
  name: string,
  isFirst: boolean,
  isCertain: boolean,
): string {
  const who = isFirst ? 'Once they use' : 'Once they and those before them use';
  const known = isCertain ? '' : ', as far as is known';
  return `${who} ${next} or newer, ${name} ${formatRange(drops)} could go${known}.`;
}

function describeLoss({ lostWith, version }: HeldLevel, name: string): string {
  return lostWith === undefined
    ? ''
    : `The server ${lostWith} is the first release that no longer speaks ${name} ${version}.`;
}

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
  const { levels, unneeded, unknown } = behind;
  const find = (names: readonly string[]) => names.flatMap((entry) => entries.get(entry) ?? []);
  const isCertain = unknown.entries.length === 0;
  return (
    <ul className={styles.held} aria-label={`Who holds ${name} back`}>
      {unneeded !== undefined && (
        <li>
          <strong>
            {name} {formatRange(unneeded)}
          </strong>{' '}
          could go today: nobody here uses it.
        </li>
      )}
      {levels.map((level, i) => {
        const held = find(level.entries);
        return (
          <li key={level.version}>
            <strong>{i === 0 ? 'Furthest behind' : 'Then'}</strong>, at {name} {level.version}:{' '}
            <EntryNames entries={held} onShowEntry={onShowEntry} /> ({countByComponent(catalog, held)}).{' '}
            {describeDrop(level, name, i === 0, isCertain)} {describeLoss(level, name)}
          </li>
        );
      })}
      {levels.length === 0 && isUsed && isCertain && (
        <li>Nobody is behind: all that work with the server use the newest version that it offers.</li>
      )}
      {!isCertain && (
        <li>
          Nothing is certain to go while it is not known what is spoken by{' '}
          <EntryNames entries={find(unknown.entries)} onShowEntry={onShowEntry} />, or by the server with
          them.
        </li>
      )}
    </ul>
  );
}
