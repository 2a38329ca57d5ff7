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

const CUT = 'it ends within itself';

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new XmlFault(CUT);
  return at;
}

const [TAB, LF, CR, SPACE, QUOTE, APOSTROPHE, SLASH, COLON, LESS, EQUALS, GREATER] = [
  9, 10, 13, 32, 34, 39, 47, 58, 60, 61, 62,
];

/** Where the tag that begins at a place ends: its `>`, which may also stand within quotes; -1 where it does not. */
function endOfTag(xml: string, at: number): number {
  let quote = 0;
  for (let i = at + 1; i < xml.length; i++) {
    const code = xml.charCodeAt(i);
    if (code === LESS) return -1;
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === QUOTE || code === APOSTROPHE) {
      quote = code;
    } else if (code === GREATER) {
      return i;
    }
  }
  return -1;
}

const isSpace = (code: number) => code === SPACE || code === LF || code === TAB || code === CR;

interface Tag {
  readonly token: XmlToken;
  /** The place of its `>`. */
  readonly end: number;
}

/** The tag that begins at a place; `undefined` where it does not end, or has no name. */
function readTag(xml: string, at: number): Tag | undefined {
  const end = endOfTag(xml, at);
  if (end < 0) return undefined;
  const isClose = xml.charCodeAt(at + 1) === SLASH;
  let start = at + (isClose ? 2 : 1);
  let i = start;
  for (; i < end; i++) {
    const code = xml.charCodeAt(i);
    if (isSpace(code) || code === SLASH) break;
    if (code === QUOTE || code === APOSTROPHE || code === EQUALS) return undefined;
    if (code === COLON) start = i + 1;
  }
  if (i === start) return undefined;
  const isEmpty = xml.charCodeAt(end - 1) === SLASH && end - 1 >= i;
  const token: XmlToken = {
    kind: isClose ? 'close' : 'open',
    text: xml.slice(start, i),
    attributes: xml.slice(i, isEmpty ? end - 1 : end),
    isEmpty,
  };
  return { token, end };
}

/** Every tag that opens closes, in turn: what is damaged so that it does not is refused, whatever else could be made of it. */
export class XmlTokens {
  private at = 0;
  private readonly open: string[] = [];

  constructor(private readonly xml: string) {}

  /** The next one; `undefined` behind the last. Not a generator, which takes longer over so many. */
  next(): XmlToken | undefined {
    const { xml } = this;
    while (this.at < xml.length) {
      if (xml.charCodeAt(this.at) !== LESS) return this.readText();
      if (xml.startsWith('<?', this.at)) {
        this.at = endOf(xml, '?>', this.at) + 2;
      } else if (xml.startsWith('<!--', this.at)) {
        this.at = endOf(xml, '-->', this.at) + 3;
      } else if (xml.startsWith('<![CDATA[', this.at)) {
        const end = endOf(xml, ']]>', this.at);
        const text = xml.slice(this.at + 9, end);
        this.at = end + 3;
        return { kind: 'text', text, attributes: '', isEmpty: false };
      } else if (xml.startsWith('<!', this.at)) {
        throw new XmlFault('it declares entities of its own');
      } else {
        return this.readTag();
      }
    }
    if (this.open.length > 0) throw new XmlFault(CUT);
    return undefined;
  }

  private readText(): XmlToken {
    const next = this.xml.indexOf('<', this.at);
    const end = next < 0 ? this.xml.length : next;
    const text = decode(this.xml.slice(this.at, end));
    this.at = end;
    return { kind: 'text', text, attributes: '', isEmpty: false };
  }

  private readTag(): XmlToken {
    const tag = readTag(this.xml, this.at);
    if (tag === undefined) throw new XmlFault('it has a tag that does not end');
    const { token, end } = tag;
    if (token.kind === 'open' && !token.isEmpty) this.open.push(token.text);
    if (token.kind === 'close' && this.open.pop() !== token.text) throw new XmlFault('its tags do not match');
    this.at = end + 1;
    return token;
  }
}

const patterns = new Map<string, RegExp>();

/** The attribute of this name, whatever its prefix; `undefined` where it is not given. */
export function attributeOf({ attributes }: XmlToken, name: string): string | undefined {
  if (!attributes.includes(name)) return undefined;
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found === null ? undefined : decode(found[1] ?? found[2] ?? '');
}
