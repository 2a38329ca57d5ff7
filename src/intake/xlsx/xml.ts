/**
 * What is in a text of XML, one token after another? Prefixes of names are left out. What it declares itself is refused:
 * Office writes none, and it could grow without end.
 */
export class XmlFault extends Error {
  override name = 'XmlFault';
}

export interface XmlToken {
  readonly kind: 'open' | 'close' | 'text';
  /** Without its prefix; of a text the text. */
  readonly text: string;
  readonly attributes: string;
  /** `<c/>`: no `close` follows. */
  readonly isEmpty: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

const decode = (text: string) =>
  text.includes('&') ? text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos);/gi, decodeEntity) : text;

const TAG = /<(\/?)(?:[^\s<>/"'=:]+:)?([^\s<>/"'=:]+)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/y;

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new XmlFault('it ends within itself');
  return at;
}

function findTag(xml: string, at: number): RegExpExecArray | null {
  TAG.lastIndex = at;
  try {
    return TAG.exec(xml);
  } catch {
    // What the engine has no room for is longer than any tag that Office writes.
    throw new XmlFault('it has a tag that is too long');
  }
}

export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at) yield { kind: 'text', text: decode(xml.slice(at, end)), attributes: '', isEmpty: false };
    if (next < 0) return;
    if (xml.startsWith('<?', next)) {
      at = endOf(xml, '?>', next) + 2;
    } else if (xml.startsWith('<!--', next)) {
      at = endOf(xml, '-->', next) + 3;
    } else if (xml.startsWith('<![CDATA[', next)) {
      at = endOf(xml, ']]>', next) + 3;
      yield { kind: 'text', text: xml.slice(next + 9, at - 3), attributes: '', isEmpty: false };
    } else if (xml.startsWith('<!', next)) {
      throw new XmlFault('it declares entities of its own');
    } else {
      const [tag, slash, name = '', attributes = '', empty] = findTag(xml, next) ?? [];
      if (tag === undefined) throw new XmlFault('it has a tag that does not end');
      at = next + tag.length;
      yield { kind: slash === '/' ? 'close' : 'open', text: name, attributes, isEmpty: empty === '/' };
    }
  }
}

const patterns = new Map<string, RegExp>();

/** The attribute of this name, whatever its prefix; `undefined` where it is not given. */
export function attributeOf({ attributes }: XmlToken, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found === null ? undefined : decode(found[1] ?? found[2] ?? '');
}
