/** How many work with the server today, in a sentence? */
import type { EntryAssessment } from '../../engine/assessment/assess-inventory';
import type { Inventory } from '../../engine/model/inventory';
import { formatList } from '../../formats/wording/names';
import * as texts from '../../texts/today';

/** `12 of 99 instances are broken and 3 are not known to work; 84 work.` */
export function summariseStanding(inventory: Inventory, assessments: readonly EntryAssessment[]): string {
  const instances = { server: 0, compatible: 0, incompatible: 0, unknown: 0 };
  let partly = 0;
  for (const [i, { status, degraded }] of assessments.entries()) {
    const count = inventory.entries[i]?.count ?? 0;
    instances[status] += count;
    if (status === 'compatible' && degraded.length > 0) partly += count;
  }
  const { compatible, incompatible, unknown } = instances;
  const all = compatible + incompatible + unknown;
  if (all === 0) return texts.nothingBeside;
  const limits = partly === 0 ? '' : texts.withinLimits(partly);
  if (compatible === all) return texts.allWork(all, limits);
  const told = [
    ...(incompatible > 0 ? [texts.areBroken(incompatible)] : []),
    ...(unknown > 0 ? [texts.areUnknown(unknown)] : []),
    ...(compatible > 0 ? [texts.doWork(compatible, limits)] : []),
  ];
  return texts.standing(all, formatList(told));
}
