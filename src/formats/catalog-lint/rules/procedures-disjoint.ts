/** Is there one procedure for a step, not two that contradict each other? */
import { describeAnswers, hopCases } from '../hop-cases';
import type { Rule } from '../rule';

export const proceduresDisjoint: Rule = {
  id: 'procedures-disjoint',
  check({ catalog }, report) {
    const seen = new Set<string>();
    for (const { component, from, to, answers, procedures } of hopCases(catalog)) {
      const [first, second] = procedures;
      if (first === undefined || second === undefined || seen.has(`${first} ${second}`)) continue;
      seen.add(`${first} ${second}`);
      report(
        'error',
        ['procedures', second],
        `"${catalog.procedures[second]?.id}" and "${catalog.procedures[first]?.id}" both take "${component}" from ${from} to ${to} (${describeAnswers(answers)}).`,
      );
    }
  },
};
