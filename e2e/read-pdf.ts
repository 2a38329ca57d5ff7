/** What stands on the pages of a PDF, and where? */
import type { TextItem } from 'pdfjs-dist/types/src/display/api';

export interface PlacedText {
  readonly text: string;
  /** From the left and the top of the page, in points. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PlacedText[];
  /** What stands side by side, from the top down. */
  readonly lines: readonly string[];
  /** All of it, with one blank between words. */
  readonly text: string;
}

/** Baselines nearer to each other than this are one line, in points. */
const SAME_LINE = 4;
/** Pieces nearer to each other than this are one word, in points. */
const SAME_WORD = 0.8;

function joinPieces(pieces: readonly PlacedText[]): string {
  let line = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const { text, x, width } of [...pieces].sort((a, b) => a.x - b.x)) {
    line += x - end < SAME_WORD ? text : ` ${text}`;
    end = x + width;
  }
  return line.replace(/\s+/g, ' ').trim();
}

function readLines(items: readonly PlacedText[]): string[] {
  const lines: { y: number; items: PlacedText[] }[] = [];
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line !== undefined && item.y - line.y < SAME_LINE) line.items.push(item);
    else lines.push({ y: item.y, items: [item] });
  }
  return lines.map((line) => joinPieces(line.items));
}

export async function readPdf(bytes: Buffer): Promise<PdfPage[]> {
  // Asked for when it loads, and used only to draw: nothing is drawn here.
  globalThis.DOMMatrix ??= class {} as unknown as typeof DOMMatrix;
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const placed = items
      .filter((item): item is TextItem => 'str' in item && item.str.trim() !== '')
      .map(({ str, transform, width: wide }) => ({
        text: str,
        x: Number(transform[4]),
        y: height - Number(transform[5]),
        width: wide,
      }));
    const lines = readLines(placed);
    pages.push({ width, height, items: placed, lines, text: lines.join(' ') });
  }
  await document.destroy();
  return pages;
}
