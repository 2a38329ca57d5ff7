/** Is there a procedure for every step that a component can make? Only for components that have procedures at all. */
import { countAnswers, describeAnswers, type HopCase, hopCases, MAX_ANSWERS } from '../hop-cases';
import type { Rule } from '../rule';

export const proceduresCover: Rule = {
  id: 'procedures-cover',
  check({ catalog }, report) {
    for (const component of new Set(catalog.procedures.map((procedure) => procedure.component))) {
      const count = countAnswers(catalog, component);
      if (count > MAX_ANSWERS)
        report(
          'warning',
          ['procedures'],
          `The procedures of "${component}" tell ${count} combinations of answers apart; too many to check.`,
        );
    }
    const gaps = new Map<string, { example: HopCase; count: number }>();
    for (const hop of hopCases(catalog)) {
      if (hop.procedures.length > 0) continue;
      const key = `${hop.component} ${describeAnswers(hop.answers)}`;
      const gap = gaps.get(key);
      if (gap === undefined) gaps.set(key, { example: hop, count: 1 });
      else gap.count += 1;
    }
    for (const { example, count } of gaps.values()) {
      const { component, from, to, answers } = example;
      report(
        'warning',
        ['procedures'],
        `No procedure takes "${component}" from ${from} to ${to} (${describeAnswers(answers)}); ${count} such steps.`,
      );
    }
  },
};
