import { expect, it } from 'vitest';
import { wordsIn } from './whole-words';

it.each<readonly [text: string, words: readonly string[]]>([
  ['registry:5000/a/b:v1.2.5@sha256:0a1b', ['registry', '5000', 'a', 'b', 'v1.2.5', 'sha256', '0a1b']],
  ['1.2.5,"1.2.6"|(1.2.7);=1.2.8\t1.2.9\n1.3.0', ['1.2.5', '1.2.6', '1.2.7', '1.2.8', '1.2.9', '1.3.0']],
  ['1.14.4:86b4a2c1', ['1.14.4', '86b4a2c1']],
  ['waypoint-1.2.5', ['waypoint-1.2.5']],
  ['1.2.5-rc.1+ent 1.2.5.1 1.2.5_1 1.2.5~rc1', ['1.2.5-rc.1+ent', '1.2.5.1', '1.2.5_1', '1.2.5~rc1']],
  ['1.2.5\u00e9 1.2.5e\u0301 1.2.5\ufffd', ['1.2.5\u00e9', '1.2.5e\u0301', '1.2.5\ufffd']],
  ['1.2.5\\u002drc1 1.2.5\u001b[0m', ['1.2.5\\u002drc1', '1.2.5\u001b', '0m']],
])('%j has the words %j', (text, words) => {
  expect([...wordsIn([text])]).toEqual(words);
});
