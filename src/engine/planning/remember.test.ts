import { expect, it } from 'vitest';
import { remember } from './remember';

it('makes one thing for each key, and gives it again', () => {
  const asked: string[] = [];
  const of = remember((key: string) => {
    asked.push(key);
    return key === 'none' ? undefined : { key };
  });
  const a = of('a');
  expect(a).toEqual({ key: 'a' });
  expect(of('b')).toEqual({ key: 'b' });
  expect(of('a')).toBe(a);
  expect([of('none'), of('none')]).toEqual([undefined, undefined]);
  expect(asked).toEqual(['a', 'b', 'none']);
});
