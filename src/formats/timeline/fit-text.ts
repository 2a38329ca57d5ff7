/** How much of a text fits into a width? */

/** The width of a text in pixels. */
export type Measure = (text: string, size: number, weight: number) => number;

/** Longer texts than any lane is wide. */
const LONGEST = 300;

/** Cut between what is read as one character. */
const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A guess on the wide side, the same everywhere: for a drawing that is looked at in a typeface that nobody knows yet.
 */
export const guessWidth: Measure = (text, size, weight) => {
  let ems = 0;
  for (const character of text) {
    if (/[ .,:;!'|ijl]/.test(character)) ems += 0.32;
    else if (/[mwMW—…]/.test(character)) ems += 0.92;
    else if (/[A-Z+<>=%&@]/.test(character)) ems += 0.72;
    else if (character.charCodeAt(0) < 0x1100) ems += 0.61;
    else ems += 1.02;
  }
  return ems * size * (weight >= 600 ? 1.05 : 1);
};

/** The text, or as much of its beginning as fits with an ellipsis. */
export function fitText(text: string, room: number, size: number, weight: number, measure: Measure): string {
  const start = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  if (start === text && measure(text, size, weight) <= room) return text;
  const characters = Array.from(segments.segment(start), ({ segment }) => segment);
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${characters.slice(0, middle).join('')}…`, size, weight) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '…' : `${characters.slice(0, low).join('').trimEnd()}…`;
}

/** Of a name that is cut so many characters are left, or it says nothing. */
const LEAST_LEFT = 4;

/** Whether so little was left of a text that it cannot be told by it. */
export function isStub(cut: string, whole: string): boolean {
  return cut !== whole && Array.from(segments.segment(cut)).length <= LEAST_LEFT;
}

/** A name with what comes after it, which is never cut: `app-0-chec… +16`. */
export function fitName(
  name: string,
  after: string,
  room: number,
  size: number,
  weight: number,
  measure: Measure,
): string {
  if (after === '') return fitText(name, room, size, weight, measure);
  return `${fitText(name, room - measure(after, size, weight), size, weight, measure)}${after}`;
}
