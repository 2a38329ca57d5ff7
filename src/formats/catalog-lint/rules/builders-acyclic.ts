/** Can something be built first? Components that build each other wait for one another for ever. */
import type { Rule } from '../rule';

export const buildersAcyclic: Rule = {
  id: 'builders-acyclic',
  check({ catalog }, report) {
    for (const start of Object.keys(catalog.components)) {
      const reached = new Set<string>();
      const waiting = [...(catalog.components[start]?.builtWith ?? [])];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (reached.has(next)) continue;
        reached.add(next);
        waiting.push(...(catalog.components[next]?.builtWith ?? []));
      }
      if (reached.has(start))
        report('error', ['components', start, 'builtWith'], `"${start}" takes part in building itself.`);
    }
  },
};
