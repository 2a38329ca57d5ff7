/**
 * How does a plan become the end of an address, and is what comes back one?
 *
 * `2.` and the base64url of four bytes of checksum and the deflated content. It stands after the `#`, which no browser sends
 * to a server. Whatever is read: no exception, and never more than `MAX_CONTENT` bytes of output.
 */
import { checksumOf } from '../checksum';
import { deflate, inflate } from '../deflate';
import { atob, btoa, TextDecoder, TextEncoder } from '../platform';
import { type LinkContent, readContent } from './link-content';
import { MAX_VALUES, measureJson } from './link-wire';

const VERSION = 2;
const CHECKSUM_BYTES = 4;
/** Longer addresses are cut by some mail programs and chats. */
export const LONG_LINK = 8000;
/** Characters that are looked at: as many as content takes that does not get smaller. */
const MAX_TEXT = 700_000;
/** Bytes of content: read within milliseconds whatever they are. */
const MAX_CONTENT = 400_000;

function toBase64Url(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return btoa(pieces.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return undefined;
  }
}

/** Whether a link may hold `content`: what is more goes into a plan file. */
export function fitsLink(content: string): boolean {
  return new TextEncoder().encode(content).length <= MAX_CONTENT && measureJson(content).values <= MAX_VALUES;
}

/** `content` as `writeContent` makes it, and as `fitsLink` allows it. */
export async function writeLink(content: string): Promise<string> {
  const deflated = await deflate(new TextEncoder().encode(content));
  const bytes = new Uint8Array(CHECKSUM_BYTES + deflated.length);
  new DataView(bytes.buffer).setUint32(0, checksumOf(deflated));
  bytes.set(deflated, CHECKSUM_BYTES);
  return `${VERSION}.${toBase64Url(bytes)}`;
}

export type ReadLink =
  | { readonly ok: true; readonly content: LinkContent }
  | {
      readonly ok: false;
      /**
       * `newer`: written by a later version of this page. `damaged`: cut or altered. `too-large`: never from here.
       * `not-a-plan`: whole, but not what the format allows.
       */
      readonly code: RefusalCode;
      /** What is wrong, and what to do. */
      readonly message: string;
    };
type RefusalCode = 'not-a-link' | 'newer' | 'damaged' | 'too-large' | 'not-a-plan';

function refuse(code: RefusalCode, message: string): ReadLink {
  return { ok: false, code, message };
}

const DAMAGED = refuse(
  'damaged',
  'The link is not whole: it was cut, or a character of it was changed on the way. Ask for it again, as a link to click or as a plan file.',
);
const TOO_MANY = refuse(
  'too-large',
  'The link holds more entries, labels and steps than a link can. Ask for the plan as a plan file.',
);
const TOO_LARGE = refuse('too-large', 'The link claims to hold more than a link can: it was not made here.');

/** Takes any text: what stands after `#plan=`. */
export async function readLink(text: string): Promise<ReadLink> {
  const [, version, body = ''] = /^(\d{1,9})\.(.*)$/s.exec(text.slice(0, MAX_TEXT + 1)) ?? [];
  if (version === undefined || Number(version) < 1) {
    return refuse(
      'not-a-link',
      'This is no link to a plan: after "#plan=" comes the number of its format and a dot.',
    );
  }
  if (Number(version) > VERSION) {
    return refuse(
      'newer',
      `The link is of format ${version}, and this page knows formats up to ${VERSION}. Load the page again to get its newest version.`,
    );
  }
  if (text.length > MAX_TEXT) return TOO_LARGE;
  const bytes = fromBase64Url(body);
  if (bytes === undefined || bytes.length <= CHECKSUM_BYTES) return DAMAGED;
  const deflated = bytes.subarray(CHECKSUM_BYTES);
  const checksum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (checksumOf(deflated) !== checksum) return DAMAGED;
  try {
    const inflated = await inflate(deflated, MAX_CONTENT);
    if (inflated === undefined) return TOO_LARGE;
    const read = readContent(new TextDecoder('utf-8', { fatal: true }).decode(inflated));
    if (read.ok) return read;
    if (read.code === 'too-many') return TOO_MANY;
    const where = read.place === '' ? '' : ` at "${read.place}"`;
    return refuse(
      'not-a-plan',
      `The link is whole, but what it holds is no plan that this page can read${where}. Load the page again to get its newest version; if that does not help, ask for the plan as a plan file.`,
    );
  } catch {
    return DAMAGED;
  }
}
