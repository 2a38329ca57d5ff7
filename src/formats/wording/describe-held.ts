/** Who holds a protocol back, and what could be dropped if they moved, in sentences for the page and the terminal. */
import type { FurthestBehind, HeldLevel } from '../../engine/assessment/furthest-behind';
import type { Catalog } from '../../engine/model/catalog';
import type { Entry } from '../../engine/model/inventory';
import { formatNumber } from '../../texts/numbers';
import { componentName, formatList, formatRange } from './names';

/** One line: `lead`, `before`, the names of the `entries` and `after` stand right behind each other. */
export interface HeldLine {
  /** What the eye should find first. */
  readonly lead: string;
  readonly before: string;
  readonly entries: readonly Entry[];
  readonly after: string;
}

function countByComponent(catalog: Catalog, entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const { component, count } of entries) counts.set(component, (counts.get(component) ?? 0) + count);
  return formatList(
    [...counts].map(([id, count]) => `${formatNumber(count)} × ${componentName(catalog, id)}`),
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
    : ` The server ${lostWith} is the first release that no longer speaks ${name} ${version}.`;
}

/**
 * `name` is the protocol's, `entries` are the inventory's by name, `isUsed` says whether anybody agrees on the protocol
 * with the server. Empty where there is nothing to say.
 */
export function describeHeld(
  { levels, unneeded, unknown }: Omit<FurthestBehind, 'protocol'>,
  name: string,
  isUsed: boolean,
  catalog: Catalog,
  entries: ReadonlyMap<string, Entry>,
): readonly HeldLine[] {
  const find = (names: readonly string[]) => names.flatMap((entry) => entries.get(entry) ?? []);
  const isCertain = unknown.entries.length === 0;
  const lines: HeldLine[] = [];
  if (unneeded !== undefined) {
    const after = ' could go today: nobody here uses it.';
    lines.push({ lead: `${name} ${formatRange(unneeded)}`, before: '', entries: [], after });
  }
  for (const [i, level] of levels.entries()) {
    const held = find(level.entries);
    lines.push({
      lead: i === 0 ? 'Furthest behind' : 'Then',
      before: `, at ${name} ${level.version}: `,
      entries: held,
      after: ` (${countByComponent(catalog, held)}). ${describeDrop(level, name, i === 0, isCertain)}${describeLoss(level, name)}`,
    });
  }
  if (levels.length === 0 && isUsed && isCertain) {
    const after = 'Nobody is behind: all that work with the server use the newest version that it offers.';
    lines.push({ lead: '', before: '', entries: [], after });
  }
  if (!isCertain) {
    lines.push({
      lead: '',
      before: 'Nothing is certain to go while it is not known what is spoken by ',
      entries: find(unknown.entries),
      after: ', or by the server with them.',
    });
  }
  return lines;
}
