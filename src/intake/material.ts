/**
 * What is in a file, before anybody knows what it is? Its bytes, its text, its lines and its documents, made once and shared
 * by all readers.
 */
import { describeForeign } from './describe-content';
import { type Documents, NO_DOCUMENTS } from './documents';
import { parseJsonDocuments } from './json-documents';
import { TextDecoder } from './platform';
import { describeSize } from './text-limit';

export interface Material {
  /** As in the file; empty for pasted text. Of a file that is too large to be read, the beginning. */
  readonly bytes: Uint8Array;
  /** Decoded, without a byte order mark, with the line breaks of the file. */
  readonly text: string;
  /** Without line breaks and without the codes that colour a terminal. */
  readonly lines: readonly string[];
  readonly documents: Documents;
  /** What it seems to be that no text is: `a gzip file`, `an HTML page`. Then there are no documents. */
  readonly foreign: string | undefined;
}

const BEGINNING = 1024 * 1024;

/** Colours and cursor movements of a terminal. Source: ECMA-48, control sequences. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const TERMINAL_CODES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

function splitLines(text: string): string[] {
  const bare = text.includes('\u001b') ? text.replace(TERMINAL_CODES, '') : text;
  return bare.split(/\r\n?|\n/);
}

/** The first line that is neither blank, nor a comment, nor a prompt, begins like YAML. */
const YAML_START = /^(?:---(?:\s|$)|%YAML\s|- \S|["']?[\w./-]+["']?:(?:\s|$))/;
const NO_CONTENT = /^\s*(?:#.*|\S*[$%>❯]\s.*)?$/;

function looksLikeYaml(text: string): boolean {
  const first = text
    .slice(0, 65_536)
    .split(/\r\n?|\n/)
    .find((line) => !NO_CONTENT.test(line));
  return first !== undefined && YAML_START.test(first);
}

async function readDocuments(text: string): Promise<Documents> {
  const json = parseJsonDocuments(text);
  if (json.kind !== 'none' || json.problems.length > 0 || !looksLikeYaml(text)) return json;
  const { parseYamlDocuments } = await import('./yaml-documents');
  return parseYamlDocuments(text);
}

export async function prepareMaterial(content: string | Uint8Array): Promise<Material> {
  const tooLarge = describeSize(content.length);
  const read = tooLarge === undefined ? content : content.slice(0, BEGINNING);
  const text = (typeof read === 'string' ? read : decode(read)).replace(/^\uFEFF/, '');
  const foreign = tooLarge ?? describeForeign(text);
  let lines: readonly string[] | undefined;
  return {
    bytes: typeof read === 'string' ? new Uint8Array() : read,
    text,
    get lines() {
      lines ??= splitLines(text);
      return lines;
    },
    documents: foreign === undefined ? await readDocuments(text) : NO_DOCUMENTS,
    foreign,
  };
}
