import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNS } from '../testing/runs';
import { findJsonError } from './find-json-error';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('findJsonError', () => {
  const cases: [story: string, text: string, at: number, expected: string][] = [
    ['a word that is no value', '{"a": hello}', 6, 'a value'],
    ['a comma too many in an object', '{"a":1,}', 7, 'a name'],
    ['a comma too many in a list', '[1,]', 3, 'a value'],
    ['no comma', '[1 2]', 3, '"," or "]"'],
    ['no comma between fields', '{"a":1 "b":2}', 7, '"," or "}"'],
    ['no colon', '{"a" 1}', 5, '":"'],
    ['single quotes', "{'a':1}", 1, 'a name in double quotes'],
    ['a quote that is never closed', '{"a":"x', 7, 'the closing quote'],
    ['a line break in a text', '{"a":"x\ny"}', 7, 'written \\n'],
    ['an escape that is none', '["C:\\users"]', 4, 'an escape'],
    ['a bracket that is never closed', '{"entries": [', 13, 'a value, or "]"'],
    ['the wrong bracket', '[1}', 2, '"," or "]"'],
    ['something after the end', '{"a":[]} x', 9, 'the end of the file'],
    ['a number with a zero before it', '[01]', 2, '"," or "]"'],
    ['a comment', '[1] // one', 4, 'the end of the file'],
    ['nothing', '  ', 2, 'a value'],
  ];
  it.each(cases)('%s', (_, text, at, expected) => {
    expect(findJsonError(text)).toEqual({ at, expected: expect.stringContaining(expected) });
    expect(isJson(text)).toBe(false);
  });

  it('finds an error exactly where JSON.parse refuses', () => {
    const whole = fc.json({ maxDepth: 4 });
    const changed = fc
      .tuple(
        whole,
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.constantFrom('', ',', '}', ']', '"', '\\', '0', '\n', '{'),
      )
      .map(([text, place, drop, add]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + add + text.slice(at + drop);
      });
    fc.assert(
      fc.property(fc.oneof(whole, changed, fc.string({ maxLength: 30 })), (text) => {
        const error = findJsonError(text);
        expect(error === undefined).toBe(isJson(text));
        if (error === undefined) return;
        expect(error.at).toBeLessThanOrEqual(text.length);
        // What comes before it could still become JSON: with the rest cut off, the end is what is wrong, if anything is.
        const cut = findJsonError(text.slice(0, error.at));
        expect(cut === undefined || cut.at <= error.at).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('takes deep and long texts without a stack and without going over them twice', () => {
    expect(findJsonError('['.repeat(1_000_000))).toMatchObject({ at: 1_000_000 });
    expect(findJsonError(`["${'x'.repeat(5_000_000)}`)).toMatchObject({ at: 5_000_002 });
    expect(findJsonError(`[${'\\'.repeat(1_000_000)}]`)).toMatchObject({ at: 1 });
  });
});
