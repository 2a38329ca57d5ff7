/** Does a word in an uploaded list mean one component only? Ids, names and aliases are read in any case. */
import type { Rule } from '../rule';

export const aliasesClear: Rule = {
  id: 'aliases-clear',
  check({ catalog }, report) {
    const meaning = new Map<string, string>();
    const claim = (id: string, word: string) => {
      const taken = meaning.get(word.toLowerCase());
      if (taken === undefined) meaning.set(word.toLowerCase(), id);
      return taken === undefined || taken === id ? undefined : taken;
    };
    for (const id of Object.keys(catalog.components)) claim(id, id);
    for (const [id, { name, aliases }] of Object.entries(catalog.components)) {
      for (const [i, word] of [name, ...(aliases ?? [])].entries()) {
        const other = claim(id, word);
        if (other === undefined) continue;
        const path = ['components', id, ...(i === 0 ? ['name'] : ['aliases', i - 1])];
        report('error', path, `"${word}" already means "${other}": a list that says it could mean either.`);
      }
    }
  },
};
