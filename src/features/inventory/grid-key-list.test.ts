import { describe, expect, it } from 'vitest';
import { GRID_KEYS } from './grid-key-list';
import { commandOf } from './grid-keys';

/** As browsers call them. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  Arrows: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
  Letter: ['a', 'ß'],
  Space: [' '],
};

function pressed(keys: string) {
  const parts = keys.split('+');
  const last = parts.at(-1) ?? '';
  return (CALLED[last] ?? [last]).map((key) => ({
    key,
    ctrlKey: parts.includes('Mod') || parts.includes('Ctrl'),
    metaKey: false,
    altKey: false,
    shiftKey: parts.includes('Shift'),
  }));
}

/** Those of the clipboard come as events of their own. */
const isOfClipboard = (keys: string) => /^Mod\+[CXV]$/.test(keys);

describe('every key that is listed for the grid', () => {
  const listed = GRID_KEYS.flatMap(({ keys }) => keys);

  it.each(listed.filter((keys) => !isOfClipboard(keys)))('does something there: %s', (keys) => {
    for (const event of pressed(keys)) expect(commandOf(event, 10)).toBeDefined();
  });

  it.each(listed.filter(isOfClipboard))('is left to the browser: %s', (keys) => {
    for (const event of pressed(keys)) expect(commandOf(event, 10)).toBeUndefined();
  });

  it('is all there are', () => {
    const kinds = listed.flatMap(pressed).flatMap((event) => commandOf(event, 10)?.kind ?? []);
    expect(new Set(kinds)).toEqual(
      new Set([
        'move',
        'jump',
        'edit',
        'type',
        'clear',
        'fill-down',
        'choose-all',
        'choose-rows',
        'choose-column',
        'let-go',
      ]),
    );
  });
});
