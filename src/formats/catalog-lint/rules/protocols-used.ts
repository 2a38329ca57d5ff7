/** Is every protocol spoken by someone beside the server? */
import type { Rule } from '../rule';

export const protocolsUsed: Rule = {
  id: 'protocols-used',
  check({ catalog }, report) {
    const spoken = new Set(Object.values(catalog.components).flatMap(({ speaks }) => speaks ?? []));
    for (const protocol of Object.keys(catalog.protocols)) {
      if (!spoken.has(protocol))
        report('warning', ['protocols', protocol], `No component speaks "${protocol}": it decides nothing.`);
    }
  },
};
