/** Does every question decide something, and every answer differ from the others? What doesn't need not be asked. */
import { placedConditions } from '../catalog-places';
import type { Rule } from '../rule';

export const factsUsed: Rule = {
  id: 'facts-used',
  check({ catalog }, report) {
    const conditions = placedConditions(catalog);
    for (const [fact, { options }] of Object.entries(catalog.facts)) {
      const asking = conditions.filter(({ value }) => Object.hasOwn(value, fact));
      if (asking.length === 0) {
        report('warning', ['facts', fact], `No condition asks "${fact}".`);
        continue;
      }
      const effects = new Map<string, string[]>();
      for (const answer of Object.keys(options)) {
        const effect = asking.map(({ value }) => Number(value[fact]?.includes(answer))).join('');
        effects.set(effect, [...(effects.get(effect) ?? []), answer]);
      }
      for (const [first, ...same] of effects.values()) {
        if (same.length === 0) continue;
        const answers = [first, ...same].map((answer) => `"${answer}"`).join(', ');
        report(
          'warning',
          ['facts', fact, 'options'],
          `The answers ${answers} to "${fact}" make no difference.`,
        );
      }
      for (const { path, value } of asking) {
        if (Object.keys(options).every((answer) => value[fact]?.includes(answer)))
          report(
            'warning',
            [...path, fact],
            `Every answer to "${fact}" is listed: the condition asks nothing.`,
          );
      }
    }
  },
};
