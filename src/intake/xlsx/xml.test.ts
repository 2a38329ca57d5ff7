import { describe, expect, it } from 'vitest';
import { attributeOf, XmlFault, type XmlToken, XmlTokens } from './xml';

function readAll(xml: string): XmlToken[] {
  const tokens = new XmlTokens(xml);
  const read: XmlToken[] = [];
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) read.push(token);
  return read;
}

const tokensOf = (xml: string) =>
  readAll(xml).map(({ kind, text, attributes, isEmpty }) =>
    [kind, text, attributes.trim(), ...(isEmpty ? ['empty'] : [])].join('|'),
  );

describe('XML', () => {
  it.each<[xml: string, tokens: string[]]>([
    ['<a>b &amp; &#x63;</a>', ['open|a|', 'text|b & c|', 'close|a|']],
    ['<x:row r="1" /><x:c/>', ['open|row|r="1"|empty', 'open|c||empty']],
    [`<a b="1>2/" c='"'></a>`, [`open|a|b="1>2/" c='"'`, 'close|a|']],
    ['<a\n\tb="1"\n></a >', ['open|a|b="1"', 'close|a|']],
    [
      '<?xml version="1.0"?><!-- <a> --><a><![CDATA[<b>&amp;]]></a>',
      ['open|a|', 'text|<b>&amp;|', 'close|a|'],
    ],
    ['<a/b></x:a>', ['open|a|/b', 'close|a|']],
  ])('%j is %j', (xml, tokens) => {
    expect(tokensOf(xml)).toEqual(tokens);
  });

  it.each(['<a', '<a b="1>', '<a <b>', '<>', '</>', '< a>', '<a"b">', '<x:>', '<!DOCTYPE a>', '<!-- a'])(
    '%j is refused',
    (xml) => {
      expect(() => tokensOf(xml)).toThrow(XmlFault);
    },
  );

  it.each(['<a>', '<a>b', '<a><b></a></b>', '<a></b>', '</a>', '<a><a></a>', '<a/></a>'])(
    '%j, where not every tag that opens closes in turn, is refused',
    (xml) => {
      expect(() => tokensOf(xml)).toThrow(XmlFault);
    },
  );

  it('has attributes, whatever their prefix and quotes', () => {
    const [token] = readAll(`<a r:id="x" s='&lt;' t = "s"/>`);
    if (token === undefined) throw new Error('there is a tag');
    expect(['id', 's', 't', 'r'].map((name) => attributeOf(token, name))).toEqual(['x', '<', 's', undefined]);
  });
});
