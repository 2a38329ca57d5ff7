import { describe, expect, it } from 'vitest';
import { formatPath, UnusableInput } from './problem';

describe('formatPath', () => {
  it.each<[segments: (string | number)[], path: string]>([
    [[], ''],
    [['target'], 'target'],
    [['releases', 3, 'protocols', 'api'], 'releases[3].protocols.api'],
    [[0, 'name'], '[0].name'],
    [['$schema'], '$schema'],
    [['facts', 'config-sources'], 'facts.config-sources'],
    [['entries', 'a b'], 'entries["a b"]'],
    [['entries', 'a.b'], 'entries["a.b"]'],
    [['entries', 'über'], 'entries["über"]'],
    [['entries', '-a'], 'entries["-a"]'],
    [['entries', 'a '], 'entries["a "]'],
    [['entries', ''], 'entries[""]'],
    [['entries', `${'x'.repeat(79)} yz`], `entries["${'x'.repeat(79)} "]`],
  ])('%j is read as %j', (segments, path) => {
    expect(formatPath(segments)).toBe(path);
  });
});

it('says of unusable input what is wrong and where, a line each', () => {
  const error = new UnusableInput([
    { code: 'missing', path: 'target', message: 'Missing: expected a version.' },
    { code: 'unexpected', path: '', message: 'Found null, expected an object.' },
  ]);
  expect(error.name).toBe('UnusableInput');
  expect(error.message).toBe('target: Missing: expected a version.\nFound null, expected an object.');
});
