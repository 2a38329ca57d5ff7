/** How many work with the server today, in a sentence? */
import type { EntryAssessment } from '../../engine/assessment/assess-inventory';
import type { Inventory } from '../../engine/model/inventory';
import { formatCount, formatList } from '../../formats/wording/names';

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
  if (all === 0) return 'There is nothing beside the server yet.';
  const limits = partly === 0 ? '' : `, ${partly} of them within limits`;
  if (compatible === all)
    return `All ${formatCount(all, 'instance')} beside the server work with it${limits}.`;
  const told = [
    ...(incompatible > 0 ? [`${incompatible} ${incompatible === 1 ? 'is' : 'are'} broken`] : []),
    ...(unknown > 0 ? [`${unknown} ${unknown === 1 ? 'is' : 'are'} not known to work`] : []),
    ...(compatible > 0 ? [`${compatible} ${compatible === 1 ? 'works' : 'work'}${limits}`] : []),
  ];
  return `Of ${formatCount(all, 'instance')} beside the server, ${formatList(told)}.`;
}
