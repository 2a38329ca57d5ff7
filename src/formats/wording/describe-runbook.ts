/** Why is there no script for a plan, and what helps? */
import type { Catalog } from '../../engine/model/catalog';
import type { NoRunbook } from '../runbook/write-runbook';
import { describeCause } from './describe-cause';

/** A sentence for each question that has to be answered first, with the answers that there are. */
export function describeNoRunbook(none: NoRunbook, catalog: Catalog): string[] {
  switch (none.code) {
    case 'rejected':
      return ['There is no script for a plan that the verifier rejected.'];
    case 'blocked':
      return [
        'There is no script, since there is no safe plan. Because:',
        ...none.causes.map((cause) => `- ${describeCause(cause, catalog)}`),
      ];
    case 'no-steps':
      return ['There is nothing that a script could carry out.'];
    case 'open-facts':
      return none.facts.map((id) => {
        const fact = catalog.facts[id];
        const answers = Object.entries(fact?.options ?? {}).map(([answer, text]) => `${answer} (${text})`);
        return `There is no script before this is answered, since it decides what to do with the server: ${fact?.question ?? id} (${id}: ${answers.join(', ')}.)`;
      });
  }
}
