import { describe, expect, it } from 'vitest';
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
    expect({ kind, problems }).toEqual({ kind: 'none', problems: ['not-yaml@undefined'] });
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
