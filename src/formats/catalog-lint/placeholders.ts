/** Which `{{names}}` does a text hold, and do they stand where a shell would still take them for text? */

export interface Placeholder {
  readonly name: string;
  /** Inside single or double quotes, where a quoted value would break out of them. */
  readonly isQuoted: boolean;
}

/** Filled in for every step, without being declared. */
export const STEP_NAMES: ReadonlySet<string> = new Set(['from', 'to', 'entry']);

/** In the order of the text. A backslash takes the meaning from the next character, but not inside single quotes. */
export function findPlaceholders(text: string): Placeholder[] {
  const found: Placeholder[] = [];
  let quote: string | undefined;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (character === '\\' && quote !== "'") {
      i += 1;
    } else if (character === quote) {
      quote = undefined;
    } else if (quote === undefined && (character === "'" || character === '"')) {
      quote = character;
    } else if (text.startsWith('{{', i)) {
      const end = text.indexOf('}}', i);
      if (end < 0) return found;
      found.push({ name: text.slice(i + 2, end).trim(), isQuoted: quote !== undefined });
      i = end + 1;
    }
  }
  return found;
}
