/**
 * What is in a file, before anybody knows what it is? Its bytes, its text, its lines and its documents, made once and shared
 * by all readers. Of a large file these are its beginning, and the rest comes in pieces.
 */
import { describeForeign } from './describe-content';
import { type Document, type Documents, NO_DOCUMENTS } from './documents';
import { parseJsonDocuments } from './json-documents';
import { TextDecoder } from './platform';
import { cutPieces, decodePieces, encodingOf, type Piece, type Source } from './source';
import { MAX_TEXT_LENGTH } from './text-limit';

export interface Material {
  /** Bytes of the whole file; of pasted text its characters. */
  readonly size: number;
  /** Whether bytes, text and lines are no more than the beginning, and documents are not looked for. */
  readonly isBeginning: boolean;
  /** The whole text, from the beginning each time that it is asked for. */
  pieces(): AsyncIterable<Piece>;
  /** As in the file; empty for pasted text. */
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
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
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

function describe(
  bytes: Uint8Array,
  text: string,
  foreign: string | undefined,
  documents: Documents,
): Pick<Material, 'bytes' | 'text' | 'lines' | 'documents' | 'foreign'> {
  let lines: readonly string[] | undefined;
  return {
    bytes,
    text,
    get lines() {
      lines ??= splitLines(text);
      return lines;
    },
    documents,
    foreign,
  };
}

/** Of a file that is there as a whole. */
export async function prepareMaterial(content: string | Uint8Array): Promise<Material> {
  const text = (typeof content === 'string' ? content : decode(content)).replace(/^\uFEFF/, '');
  const foreign = describeForeign(text);
  const isReadable = foreign === undefined && text.length <= MAX_TEXT_LENGTH;
  const documents = isReadable ? await readDocuments(text) : NO_DOCUMENTS;
  const bytes = typeof content === 'string' ? new Uint8Array() : content;
  return Object.assign(describe(bytes, text, foreign, documents), {
    size: content.length,
    isBeginning: false,
    pieces: () => cutPieces(text, content.length),
  });
}

/** A text as lines alone, whatever documents may be in it. */
export function materialOfLines(text: string): Material {
  return Object.assign(describe(new Uint8Array(), text, describeForeign(text), NO_DOCUMENTS), {
    size: text.length,
    isBeginning: false,
    pieces: () => cutPieces(text, text.length),
  });
}

const NO_TEXT: Material = { ...materialOfLines(''), foreign: undefined };

/** One of several values of a file, as if it were alone in it. */
export function materialOfValue(value: Document): Material {
  return { ...NO_TEXT, documents: { kind: 'json', values: [value], problems: [] } };
}

/** Of a file of which no more than the beginning is looked at for now. */
export async function prepareBeginning(source: Source, length = BEGINNING): Promise<Material> {
  const bytes = await source.read(0, Math.min(source.size, length));
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes, { stream: true });
  return Object.assign(describe(bytes, text, describeForeign(text), NO_DOCUMENTS), {
    size: source.size,
    isBeginning: true,
    pieces: () => decodePieces(source),
  });
}
