/** What can be done from the keyboard: a thing to do, its name, and the keys that do it. */
import * as texts from '../../texts/commands';

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** `Mod+Shift+Z`, where `Mod` is Ctrl, or Cmd on a Mac; `?`. The first is the one that is shown. */
  readonly keys?: readonly string[];
  /** Whether there is anything to do it to. */
  readonly isAvailable: () => boolean;
  readonly run: () => void;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether keys are one letter, digit or sign without Ctrl or Cmd, as speech input may press them by chance. */
export function isSingleKey(keys: string): boolean {
  return !keys.startsWith('Mod+');
}

export function isPressed(keys: string, { key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  if (altKey) return false;
  if (isSingleKey(keys)) return key === keys && !ctrlKey && !metaKey;
  const parts = keys.split('+');
  return (
    (ctrlKey || metaKey) &&
    shiftKey === parts.includes('Shift') &&
    key.toLowerCase() === parts.at(-1)?.toLowerCase()
  );
}

const ON_MAC: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Shift: '⇧' };
const ELSEWHERE: Readonly<Record<string, string>> = {
  Mod: texts.control,
  Ctrl: texts.control,
  Shift: texts.shift,
};
const NAMES: Readonly<Record<string, string>> = texts.keyNames;

/** `Ctrl+Z`, `⌘Z`. */
export function sayKeys(keys: string, isMac: boolean): string {
  const signs = isMac ? ON_MAC : ELSEWHERE;
  return keys
    .split('+')
    .map((part) => signs[part] ?? NAMES[part] ?? (isMac ? part.toUpperCase() : part))
    .join(isMac ? '' : '+');
}
