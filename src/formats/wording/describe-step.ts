/** Why is a step there, and what else has to be said of it? */
import type { Catalog } from '../../engine/model/catalog';
import type { Step } from '../../engine/model/plan';
import { describeClashShortly } from './describe-clash';
import { componentName, formatList } from './names';

export function describeReason(step: Step, catalog: Catalog): string {
  const { reason, entry, from, to } = step;
  switch (reason?.code) {
    case undefined:
      return 'The plan does not say why this step is there.';
    case 'target':
      return `${to} is the target.`;
    case 'required-stop':
      return `${reason.next} only takes servers in ${reason.upgradeFrom}, so the server has to stop here on its way.`;
    case 'bridge':
      return `${to} is a bridge: ${reason.entry} has to move before the server goes on, since as it is it ${describeClashShortly(reason.clash, catalog, reason.next)}.`;
    case 'keep-compatible':
      return `Without it ${entry} would lose the server in stage ${reason.stage}: at ${from} it ${describeClashShortly(reason.clash, catalog, reason.server)}.`;
    case 'mend':
      return `${entry} does not work with the server as it is: at ${from} it ${describeClashShortly(reason.clash, catalog, reason.server)}.`;
    case 'goal':
      return `The goal asks for ${to}.`;
    case 'align':
      return 'Nothing asks for it but the wish to bring everything along.';
    case 'builder':
      return `${reason.entry} can be built at ${reason.version} only once this is there.`;
  }
}

/** What has to be installed before the step, where nothing in the inventory builds the entry. */
export function describeBuilder({ installFirst }: Step, catalog: Catalog): string | undefined {
  if (installFirst === undefined) return undefined;
  const names = installFirst.components.map((id) => componentName(catalog, id));
  return `Nothing in the inventory builds it: install ${formatList(names, 'or')} ${installFirst.version} first.`;
}

/** What else has to be said of a step: a waived rule, what it builds, a builder to install, that it may be left out. */
export function describeRemarks(step: Step, catalog: Catalog): string[] {
  const remarks: string[] = [];
  if (step.skips !== undefined) {
    remarks.push(
      `This hop is outside of what the vendor promises: ${step.to} takes servers in ${step.skips}. You allowed skips; try it on a copy first.`,
    );
  }
  if (step.builds !== undefined)
    remarks.push(`${step.builds.entry} can be built at ${step.builds.version} only once this is there.`);
  const builder = describeBuilder(step, catalog);
  if (builder !== undefined) remarks.push(builder);
  if (!step.required) remarks.push('May be left out or done later.');
  return remarks;
}
