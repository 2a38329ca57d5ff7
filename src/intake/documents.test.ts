import { describe, expect, it } from 'vitest';
import { measureCpu } from '../testing/cpu-time';
import { prepareMaterial } from './material';

async function documentsOf(text: string) {
  const { documents } = await prepareMaterial(text);
  const { kind, values, problems } = documents;
  return {
    kind,
    values: values.map(({ value, line }) => [value, line]),
    problems: problems.map(({ code, line, path }) => `${code}@${line ?? path}`),
  };
}

describe('documents', () => {
  const cases: [story: string, text: string, kind: string, values: unknown[], problems?: string[]][] = [
    ['one value of JSON', '{"a": [1]}\n', 'json', [[{ a: [1] }, 1]]],
    [
      'a value a line',
      '{"a":1}\n{"a":2}\n',
      'json-sequence',
      [
        [{ a: 1 }, 1],
        [{ a: 2 }, 2],
      ],
    ],
    [
      'objects one after another',
      '{\n\t"a":  1\n}\n{\n\t"a":  2\n}\n',
      'json-sequence',
      [
        [{ a: 1 }, 1],
        [{ a: 2 }, 4],
      ],
    ],
    ['a value between prompts', '$ run\n{"a":1}\n\n$ ', 'json-sequence', [[{ a: 1 }, 2]]],
    ['nothing of logs', '[INFO] started\n[pod/a] hello\n', 'none', [], ['not-json@1', 'not-json@2']],
    [
      'what is good beside a line that is cut',
      '{"a":1}\n{"a":\n{"a":3}\n',
      'json-sequence',
      [
        [{ a: 1 }, 1],
        [{ a: 3 }, 3],
      ],
      ['not-json@4'],
    ],
    [
      'nothing within a value that is broken',
      '{"list": [\n  {"a": 1},\n  {"a" 2}\n]}\n',
      'none',
      [],
      ['not-json@3'],
    ],
    ['a comment after a value', '{"a":1} // one\n', 'json-sequence', [[{ a: 1 }, 1]], ['not-json@1']],
    [
      'documents of YAML',
      'a: 1\n---\na: b\n',
      'yaml',
      [
        [{ a: 1 }, 1],
        [{ a: 'b' }, 3],
      ],
    ],
    ['nothing of YAML whose key stands there twice', 'a: 1\nb: 2\na: 3\n', 'none', [], ['not-yaml@3']],
    ['nothing where that is further in', 'a:\n  b: 1\n  c: 2\n  b: 3\n', 'none', [], ['not-yaml@4']],
    [
      'the document beside one whose key stands there twice',
      'a: 1\n---\nb: 1\nb: 2\n---\nb: 3\n',
      'yaml',
      [
        [{ a: 1 }, 1],
        [{ b: 3 }, 6],
      ],
      ['not-yaml@4'],
    ],
    ['keys of a text in YAML', 'a: |\n  b: 1\n  b: 2\n', 'yaml', [[{ a: 'b: 1\nb: 2\n' }, 1]]],
    [
      'a text that is a whole document, whatever its lines look like',
      '--- |\na: 1\na: 2\n---\nb: 1\n',
      'yaml',
      [[{ b: 1 }, 5]],
    ],
    [
      'what looks like a key after a break that is none of YAML',
      'a: "x\u2028a: y"\n',
      'yaml',
      [[{ a: 'x\u2028a: y' }, 1]],
    ],
    [
      'nothing of YAML whose key stands there twice, after a comment and with the line ends of Windows',
      '---\r\n# a\r\na: 1\r\na: 2\r\n',
      'none',
      [],
      ['not-yaml@4'],
    ],
    [
      'what several merges bring',
      'x: &x {a: 1}\ny: &y {b: 2}\nz:\n  <<: *x\n  <<: *y\n',
      'yaml',
      [[{ x: { a: 1 }, y: { b: 2 }, z: { a: 1, b: 2 } }, 1]],
    ],
    ['YAML after a prompt', '$ kubectl get pods -o yaml\na: 1\n', 'yaml', [[{ a: 1 }, 2]]],
    [
      'versions of YAML as written',
      'a: 0.10\nb: 1.20\nc: 1e3\nd: 0x10\ne: 2\n',
      'yaml',
      [[{ a: '0.10', b: '1.20', c: '1e3', d: '0x10', e: 2 }, 1]],
    ],
    [
      'merged keys',
      'x: &x { a: 1 }\ny: { <<: *x, b: 2 }\n',
      'yaml',
      [[{ x: { a: 1 }, y: { a: 1, b: 2 } }, 1]],
    ],
    [
      'whole numbers of YAML, and what would not be the same as a number',
      'a: 2\nb: -3\nc: 010\nd: 12345678901234567890\ne: +1\nf: -0x1\n',
      'yaml',
      [[{ a: 2, b: -3, c: '010', d: '12345678901234567890', e: 1, f: '-0x1' }, 1]],
    ],
    [
      'what has a tag in YAML as it is written',
      'a: !Ref x\nb: !!float 1.10\nc: !Join [x, !!str 1]\nd: !x {e: 1}\nf: !!int 0x10\ng: !!int 5\n',
      'yaml',
      [[{ a: 'x', b: '1.10', c: ['x', '1'], d: { e: 1 }, f: '0x10', g: 5 }, 1]],
    ],
    [
      'documents that say of what YAML they are',
      '%YAML 1.2\n---\na: 1\n...\n# next\n%YAML 1.2\n%TAG ! x\n---\nb: 2\n',
      'yaml',
      [
        [{ a: 1 }, 3],
        [{ b: 2 }, 9],
      ],
    ],
    [
      'documents of YAML with line breaks of any kind',
      'a: 1\r\n---\r\nb: 2\r---\rc: 3\n---\n---\n\nd: 4\n',
      'yaml',
      [
        [{ a: 1 }, 1],
        [{ b: 2 }, 3],
        [{ c: 3 }, 5],
        [{ d: 4 }, 9],
      ],
    ],
    [
      'a document on the line of its dashes',
      '--- {a: 1}\n--- {b: 2}\n',
      'yaml',
      [
        [{ a: 1 }, 1],
        [{ b: 2 }, 2],
      ],
    ],
    [
      'brackets that end a list without being indented',
      's:\n  a:\n    c: [\n      x\n    ]\n    d: {\n    }\n',
      'yaml',
      [[{ s: { a: { c: ['x'], d: {} } } }, 1]],
    ],
    ['nothing of YAML with a list for a key', 'a: 1\n? [b]\n: c\n', 'none', [], ['not-yaml@2']],
    ['nothing of YAML with a key that is not there', 'a: 1\n~: c\n', 'none', [], ['not-yaml@2']],
    [
      'numbers and words as keys of YAML',
      '1: a\ntrue: b\n1.10: c\n',
      'yaml',
      [[{ 1: 'a', true: 'b', '1.10': 'c' }, 1]],
    ],
    ['nothing of YAML with a name that stands for nothing', 'a: 1\nb: *c\n', 'none', [], ['not-yaml@2']],
    ['nothing of YAML that stands within itself', 'a: 1\nb: &b\n  - *b\n', 'none', [], ['not-yaml@3']],
    [
      'such keys in what is merged',
      'a: &a {__proto__: {b: 1}}\nc: {<<: *a}\n',
      'none',
      [],
      ['forbidden-key@c.__proto__'],
    ],
    ['a mistake in YAML', 'a: 1\nb: [1\nc: 2\n', 'none', [], ['not-yaml@3']],
    [
      'keys that mean something to JavaScript',
      '{"a": {"__proto__": {}}}',
      'none',
      [],
      ['forbidden-key@a.__proto__'],
    ],
    ['such keys in YAML', 'a:\n  __proto__: { b: 1 }\n', 'none', [], ['forbidden-key@a.__proto__']],
    ['deep JSON', `{"a":${'['.repeat(70)}${']'.repeat(70)}}`, 'none', [], ['too-deep@a[0][0][0][0][0]']],
  ];
  it.each(cases)('finds %s', async (_, text, kind, values, problems = []) => {
    expect(await documentsOf(text)).toEqual({ kind, values, problems });
  });

  it('refuses YAML whose aliases explode', async () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const { kind, problems } = await documentsOf(`${bomb.join('\n')}\n`);
    expect({ kind, problems }).toEqual({ kind: 'none', problems: ['exploding-yaml@5'] });
  });

  it('follows aliases as far as they bring what a file may have', async () => {
    const many = `x: &x [${'y, '.repeat(100)}]\n${Array.from({ length: 400 }, (_, i) => `k${i}: *x\n`).join('')}`;
    expect((await documentsOf(many)).kind).toBe('yaml');
    const [{ code, message } = { code: '', message: '' }] = (
      await prepareMaterial(many.repeat(2).replaceAll(/^[xk]/gm, (c, at) => (at < many.length ? c : `z${c}`)))
    ).documents.problems;
    expect([code, message]).toEqual([
      'exploding-yaml',
      'This YAML is not read: its aliases stand for more than 50,000 values, as in files that are made to fill the memory. Write out what it needs of them.',
    ]);
  });

  it('refuses more documents than are exported, and reads as many as are', async () => {
    const documents = (count: number) => 'a: 1\n---\n'.repeat(count - 1).concat('a: 1\n');
    expect((await prepareMaterial(documents(2000))).documents.values).toHaveLength(2000);
    const { kind, problems } = (await prepareMaterial(documents(2001))).documents;
    expect([kind, ...problems.map(({ code }) => code)]).toEqual(['none', 'too-many-documents']);
    expect(problems[0]?.message).toMatch(/more than 2,000 documents.*prints one list instead/);
    // Those that have nothing in them do not count.
    expect((await prepareMaterial(`${'---\n'.repeat(5000)}a: 1\n`)).documents.values).toHaveLength(1);
  });

  it('stops after many documents that are broken, and says so', async () => {
    const text = `${'a: 1\n---\nb: [\n---\n'.repeat(30)}c: 1\n`;
    const { documents } = await prepareMaterial(text);
    expect(documents.values.length).toBeGreaterThan(15);
    expect(documents.problems).toHaveLength(21);
    expect(documents.problems.at(-1)?.message).toContain('nothing from here on was read');
  });

  it.each([
    ['without content', '---\n'],
    ['of a line', 'a: 1\n---\n'],
    ['that are broken', 'a: [\n---\n'],
    ['with versions of YAML', '%YAML 1.2\n---\n'],
    ['with ends', '...\n'],
  ])('is quick about thousands of documents %s', async (_, document) => {
    const text = document.repeat(125_000 / document.length);
    expect(await measureCpu(() => prepareMaterial(text))).toBeLessThan(2000);
  });

  it('shows nothing of the file where YAML is broken', async () => {
    for (const value of [
      '*bM152PW',
      '!bM152PW!x y',
      '!<bM152PW> [',
      '!bM152PW^{',
      '"\\qbM152PW"',
      '&bM152PW *bM152PW',
      '[bM152PW',
      '@bM152PW',
      '%bM152PW',
    ]) {
      const { problems } = (await prepareMaterial(`a: 1\npassword: ${value}\n`)).documents;
      expect(problems.map(({ line }) => line)).toEqual([expect.any(Number)]);
      expect(problems[0]?.message).not.toContain('M152PW');
    }
  });

  it('takes what is deep or never closed without harm', async () => {
    for (const text of [
      `a: ${'['.repeat(100_000)}`,
      `- `.repeat(20_000),
      '['.repeat(500_000),
      '[\n'.repeat(200_000),
      '{"a":\n'.repeat(100_000),
    ]) {
      const { kind, problems } = await documentsOf(text);
      expect({ kind, isSaid: problems.length > 0 }).toEqual({ kind: 'none', isSaid: true });
    }
  });
});
