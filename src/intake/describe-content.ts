/** What does a file seem to be, where no reader knows it? */
import type { Material } from './material';

const SAMPLE = 4096;

/** What a text seems to be that none of the readers of text knows; `undefined` where nothing speaks against it. */
export function describeForeign(text: string): string | undefined {
  const head = text.slice(0, SAMPLE);
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (start === '') return 'an empty file';
  if (head.startsWith('PK\u0003\u0004')) return 'a ZIP archive or an Excel file';
  if (head.startsWith('\u001f')) return 'a gzip file';
  if (head.startsWith('%PDF')) return 'a PDF file';
  const nulls = head.split('\u0000').length - 1;
  if (nulls > head.length / 4) return 'text in UTF-16; save it as UTF-8';
  const strange = [...head].filter((c) => c === '\uFFFD' || (c < ' ' && !'\t\n\r\u001b'.includes(c))).length;
  if (strange > head.length / 20) return 'a binary file';
  if (/^<(!doctype|html|head|body)/i.test(start)) return 'an HTML page';
  if (/^<\?xml|^<[a-z]+[\s>]/i.test(start)) return 'XML';
  return undefined;
}

const LOG_LINE = /^\S*\d{1,4}[-/:]\d{2}[-/:]\d{2}|\[?\b(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b\]?/;

/** What it seems to be, in words: `a log`, `an HTML page`. */
export function describeContent({ foreign, documents, lines }: Material): string {
  if (foreign !== undefined) return foreign;
  if (documents.kind === 'yaml') return 'YAML';
  if (documents.kind !== 'none') return 'JSON';
  const first = lines.slice(0, 200).filter((line) => line.trim() !== '');
  if (first.filter((line) => LOG_LINE.test(line)).length > first.length / 2) return 'a log';
  return 'plain text';
}
