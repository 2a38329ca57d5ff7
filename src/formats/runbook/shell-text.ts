/**
 * How does any text stand in a shell script, so that it is that text and does nothing?
 *
 * Values stand in variables, which commands refer to, so that no shell ever reads a value as part of a command. What would
 * not show in the script (line breaks, control characters, those of direction) is written as numbers.
 */
import { splitAtPlaceholders } from '../../engine/explanation/fill-command';
import { findPlaceholders } from '../catalog-lint/placeholders';
import { showPlainly } from '../plan-report-text';
import { TextEncoder } from '../platform';

/** One word of a POSIX shell, in single quotes. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** On one line, and nothing in it that would not show. */
export function inOneLine(text: string): string {
  return showPlainly(text.replace(/\s+/g, ' '));
}

/** Whether a program can be given it as an argument: not with a zero byte, nor where it is no Unicode text. */
export function isSayable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** Lines that give a variable exactly this value. */
export function assign(variable: string, value: string): string[] {
  if (!HIDDEN.test(value)) return [`${variable}=${literal(value)}`];
  const format = [...value]
    .map((character, i) => {
      if (character === '%') return '%%';
      // A format that begins with "-" would be an option.
      const isPlain = character !== "'" && character !== '\\' && !(i === 0 && character === '-');
      if (isPlain && !HIDDEN.test(character)) return character;
      const bytes = new TextEncoder().encode(character);
      return Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
    })
    .join('');
  // The full stop keeps line breaks at the end, which a substitution would drop.
  return [`${variable}=$(printf '${format}.')`, `${variable}=\${${variable}%.}`];
}

/** The text of a command whose placeholders are variables: for `sh -c`, which has them in its environment. */
export function withVariables(command: string, variableOf: (placeholder: string) => string): string {
  return splitAtPlaceholders(command)
    .map((part, i) => (i % 2 === 1 ? `"$${variableOf(part)}"` : part))
    .join('');
}

/** What stands for a placeholder: a text, or a part of a word that the shell fills in. */
export type Shown = { readonly text: string } | { readonly word: string };

/** A word that is the text with its placeholders replaced. */
export function wordOf(text: string, show: (placeholder: string) => Shown): string {
  let word = '';
  let plain = '';
  for (const [i, part] of splitAtPlaceholders(text).entries()) {
    const shown = i % 2 === 1 ? show(part) : { text: part };
    if ('text' in shown) plain += shown.text;
    else {
      word += `${plain === '' ? '' : literal(plain)}${shown.word}`;
      plain = '';
    }
  }
  return plain === '' && word !== '' ? word : word + literal(plain);
}

/**
 * Why a command cannot be run by a script, in a sentence; nothing where it can. A placeholder in quotes or in a document
 * that follows would not be filled in, and a value that begins with "-" would be taken for an option.
 */
export function findObstacle(command: string, values: ReadonlyMap<string, string>): string | undefined {
  const placeholders = findPlaceholders(command);
  if (placeholders.some(({ isQuoted }) => isQuoted) || (placeholders.length > 0 && command.includes('<<')))
    return 'Its catalog has a placeholder in a place where no script can fill it in.';
  const parts = splitAtPlaceholders(command);
  for (const [i, name] of parts.entries()) {
    const value = i % 2 === 1 ? (values.get(name) ?? '') : '';
    if (!isSayable(value)) return 'A name in it has characters that no program can be given.';
    if (value.startsWith('-') && /(?:^|\s)$/.test(parts[i - 1] ?? ''))
      return 'A name in it begins with "-", and a program would take it for an option.';
  }
  return undefined;
}
