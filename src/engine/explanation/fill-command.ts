/**
 * How does a command of a procedure read with its values filled in?
 *
 * Every value is one word of a POSIX shell: characters that mean nothing to a shell stay bare, everything else is quoted,
 * so that a name from an inventory can do nothing. What has no value stays visible as `<name>`, quoted too, since a shell
 * would take it for a redirection.
 */

const PLACEHOLDER = /\{\{\s*([A-Za-z0-9._-]+)\s*\}\}/g;

export interface FilledCommand {
  readonly text: string;
  /** Placeholders without a value, each once. */
  readonly missing: readonly string[];
}

/** One word of a POSIX shell that stands for exactly this text. */
export function quoteForShell(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Text and names of placeholders in turn, the first being text. */
export function splitAtPlaceholders(text: string): string[] {
  return text.split(PLACEHOLDER);
}

/** The placeholders of a command or a text, each once, in order. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

function fill(
  text: string,
  values: ReadonlyMap<string, string>,
  show: (value: string) => string,
): FilledCommand {
  const missing = new Set<string>();
  const filled = text.replace(PLACEHOLDER, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined || value === '') missing.add(name);
    return show(value === undefined || value === '' ? `<${name}>` : value);
  });
  return { text: filled, missing: [...missing] };
}

/** `values` by placeholder. */
export function fillCommand(command: string, values: ReadonlyMap<string, string>): FilledCommand {
  return fill(command, values, quoteForShell);
}

/** The same for prose: values are quoted only within backticks, where a command may stand. */
export function fillText(text: string, values: ReadonlyMap<string, string>): FilledCommand {
  const parts = text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? fillCommand(part, values) : fill(part, values, (value) => value)));
  return {
    text: parts.map((part) => part.text).join(''),
    missing: [...new Set(parts.flatMap((part) => part.missing))],
  };
}
