/** How do the cells of a row that hold more than one value read, and how are they written? */
import type { ProtocolRange } from '../engine/model/catalog';
import * as texts from '../texts/rows';

export type CellRead<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

const RANGE = /^(\S+?)\s*[: ]\s*(\d{1,15})(?:\s*(?:-|–|\.\.|to)\s*(\d{1,15}))?$/;

function quote(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** `api 1-2, entrypoint 1` → `{ api: [1, 2], entrypoint: [1, 1] }`; `undefined` for an empty cell. */
export function readRanges(text: string): CellRead<Record<string, ProtocolRange> | undefined> {
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return { ok: true, value: undefined };
  const ranges = new Map<string, ProtocolRange>();
  for (const part of parts) {
    const found = RANGE.exec(part);
    const [, protocol, minimum, current] = found ?? [];
    if (protocol === undefined || minimum === undefined) {
      return { ok: false, message: texts.noRange(quote(part)) };
    }
    if (ranges.has(protocol)) return { ok: false, message: texts.twice(quote(protocol)) };
    ranges.set(protocol, [Number(minimum), Number(current ?? minimum)]);
  }
  return { ok: true, value: Object.fromEntries(ranges) };
}

export function writeRanges(ranges: Readonly<Record<string, ProtocolRange>> | undefined): string {
  return Object.entries(ranges ?? {})
    .map(([protocol, [minimum, current]]) => `${protocol} ${minimum}-${current}`)
    .join(', ');
}

const QUOTED = /"(?:[^"\\]|\\.)*"/y;
const BARE_KEY = /[^=,\n]*/y;
const BARE_TEXT = /[^,\n]*/y;

/** A quoted or a bare word at a place, and where it ends. */
function readWord(text: string, at: number, bare: RegExp): { word: string; end: number } {
  let start = at;
  while (text[start] === ' ') start += 1;
  QUOTED.lastIndex = start;
  const quoted = QUOTED.exec(text)?.[0];
  if (quoted !== undefined) {
    try {
      return { word: String(JSON.parse(quoted)), end: start + quoted.length };
    } catch {
      // Not JSON's quoting: taken as it stands.
    }
  }
  bare.lastIndex = start;
  const found = bare.exec(text)?.[0] ?? '';
  return { word: found.trim(), end: start + found.length };
}

/** `team=payments, zone=eu`; `undefined` for an empty cell. Words that hold a comma or "=" stand in quotes. */
export function readLabels(text: string): CellRead<Record<string, string> | undefined> {
  const labels = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const key = readWord(text, at, BARE_KEY);
    let end = key.end;
    let value = '';
    while (text[end] === ' ') end += 1;
    if (text[end] === '=') {
      const read = readWord(text, end + 1, BARE_TEXT);
      value = read.word;
      end = read.end;
      while (text[end] === ' ') end += 1;
    }
    if (end < text.length && text[end] !== ',' && text[end] !== '\n') {
      return {
        ok: false,
        message: texts.stoppedAt(quote(text.slice(end))),
      };
    }
    if (key.word !== '') labels.set(key.word, value);
    else if (value !== '') return { ok: false, message: texts.noLabel(quote(value)) };
    at = end + 1;
  }
  return { ok: true, value: labels.size === 0 ? undefined : Object.fromEntries(labels) };
}

function writeWord(word: string): string {
  return /[",=\n]|^\s|\s$/.test(word) ? JSON.stringify(word) : word;
}

export function writeLabels(labels: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(labels ?? {})
    .map(([key, text]) => (text === '' ? writeWord(key) : `${writeWord(key)}=${writeWord(text)}`))
    .join(', ');
}

/** An empty cell is one instance. */
export function readCount(text: string): CellRead<number> {
  const bare = text.trim();
  if (bare === '') return { ok: true, value: 1 };
  const count = /^\d{1,10}$/.test(bare) ? Number(bare) : 0;
  return count >= 1 && count <= 1_000_000_000
    ? { ok: true, value: count }
    : { ok: false, message: texts.noCount(quote(bare)) };
}
