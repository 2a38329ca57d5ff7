/** Who does not work with the server, is not known to, or only so far, and why? Entries for which the same holds together. */
import type { EntryAssessment } from '../../engine/assessment/assess-inventory';
import type { Catalog } from '../../engine/model/catalog';
import type { Entry, Inventory } from '../../engine/model/inventory';
import { describeClashShortly } from '../../formats/wording/describe-clash';
import * as texts from '../../texts/today';

export interface Finding {
  readonly kind: 'broken' | 'unknown' | 'limited';
  readonly component: string;
  readonly version: string;
  readonly entries: readonly Entry[];
  readonly instances: number;
  /** What follows the names in a sentence: `speaks API 3–4; the server 6.0.0 speaks 5–6`. */
  readonly reasons: readonly string[];
}

const KINDS = {
  incompatible: 'broken',
  unknown: 'unknown',
  compatible: 'limited',
} as const;

/** What is broken first; then what is not known; then what works within limits. */
export function groupFindings(
  catalog: Catalog,
  inventory: Inventory,
  assessments: readonly EntryAssessment[],
  server: string,
): Finding[] {
  const groups = new Map<string, Finding & { entries: Entry[] }>();
  for (const [i, { status, clashes, degraded }] of assessments.entries()) {
    const entry = inventory.entries[i];
    if (entry === undefined || status === 'server') continue;
    const reasons = [
      ...clashes.map((clash) => describeClashShortly(clash, catalog, server)),
      ...degraded.map((id) =>
        texts.limitedBy(catalog.incidents.find((incident) => incident.id === id)?.summary ?? id),
      ),
    ];
    if (reasons.length === 0) continue;
    const { component, version } = entry;
    const key = JSON.stringify([status, component, version, reasons]);
    const group = groups.get(key) ?? {
      kind: KINDS[status],
      component,
      version,
      entries: [],
      instances: 0,
      reasons,
    };
    group.entries.push(entry);
    groups.set(key, { ...group, instances: group.instances + entry.count });
  }
  const order = ['broken', 'unknown', 'limited'];
  return [...groups.values()].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.instances - a.instances,
  );
}
