import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readSchema } from './read-schema';

const schema = v.object({
  name: v.optional(v.pipe(v.string(), v.minLength(2), v.maxLength(80))),
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9))),
  id: v.optional(v.pipe(v.string(), v.regex(/^[a-z]+$/, 'expected small letters'))),
  word: v.optional(v.picklist(['yes', 'no'])),
  list: v.optional(v.array(v.object({ at: v.string() }))),
});

const problemsOf = (json: unknown) => {
  const read = readSchema(schema, json);
  return read.ok ? [] : read.problems.map(({ code, path, message }) => [code, path, message]);
};

describe('what does not fit is said in words, with its place', () => {
  it.each<[json: unknown, code: string, path: string, message: string]>([
    [null, 'unexpected', '', 'Found null, expected an object.'],
    [[], 'unexpected', '', 'Found a list, expected an object.'],
    ['text', 'unexpected', '', 'Found a string, expected an object.'],
    [1, 'unexpected', '', 'Found a number, expected an object.'],
    [{ list: [{}] }, 'missing', 'list[0].at', 'Missing: expected "at".'],
    [{ list: 1 }, 'unexpected', 'list', 'Found 1, expected Array.'],
    [{ name: 'a' }, 'out-of-bounds', 'name', 'Found 1, expected min length >=2.'],
    [{ name: 'a'.repeat(81) }, 'out-of-bounds', 'name', 'Found 81, expected max length <=80.'],
    [{ count: 0 }, 'out-of-bounds', 'count', 'Found 0, expected min value >=1.'],
    [{ count: 10 }, 'out-of-bounds', 'count', 'Found 10, expected max value <=9.'],
    [{ count: 1.5 }, 'out-of-bounds', 'count', 'Found 1.5, expected integer.'],
    [{ id: 'A' }, 'malformed', 'id', 'Found "A": expected small letters.'],
    [{ word: 'perhaps' }, 'unexpected', 'word', 'Found "perhaps", expected ("yes" | "no").'],
  ])('%j', (json, code, path, message) => {
    expect(problemsOf(json)).toEqual([[code, path, message]]);
  });

  it('quotes no more of it than one can read', () => {
    const [[, , long = ''] = []] = problemsOf({ word: 'x'.repeat(200) });
    expect(long).toBe(`Found "${'x'.repeat(59)}…, expected ("yes" | "no").`);
    const [[, , whole = ''] = []] = problemsOf({ word: 'x'.repeat(58) });
    expect(whole).toBe(`Found "${'x'.repeat(58)}", expected ("yes" | "no").`);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s wherever it is', (key) => {
    const json = JSON.parse(`{ "list": [{ "at": "here" }, { "more": { "${key}": {} } }] }`);
    expect(problemsOf(json)).toEqual([
      ['forbidden-key', `list[1].more.${key}`, expect.stringMatching(/^The key ".*" is not allowed: .*[.]$/)],
    ]);
  });

  it('lists no more than some of many forbidden keys', () => {
    const list = Array.from({ length: 100 }, () => JSON.parse('{ "constructor": 1 }'));
    expect(problemsOf({ list })).toHaveLength(20);
  });

  it('says where it nests too deep', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 70; i++) deep = { a: deep };
    expect(problemsOf(deep)).toEqual([['too-deep', 'a.a.a.a.a.a', expect.stringContaining('64')]]);
    let allowed: unknown = 1;
    for (let i = 0; i < 64; i++) allowed = { a: allowed };
    expect(problemsOf(allowed)).toEqual([]);
  });
});
