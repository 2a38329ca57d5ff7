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

/** As many characters of a text as have room, as `cut` leaves so many of them. */
function cutToFit(
  text: string,
  room: number,
  size: number,
  weight: number,
  measure: Measure,
  cut: (characters: readonly string[], count: number) => string,
): string {
  const start = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  if (start === text && measure(text, size, weight) <= room) return text;
  const characters = Array.from(segments.segment(start), ({ segment }) => segment);
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(cut(characters, middle), size, weight) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '…' : cut(characters, low);
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function fitText(text: string, room: number, size: number, weight: number, measure: Measure): string {
  return cutToFit(
    text,
    room,
    size,
    weight,
    measure,
    (characters, count) => `${characters.slice(0, count).join('').trimEnd()}…`,
  );
}

/** The text, or its two ends: what is called alike often differs at the end. */
export function fitEnds(text: string, room: number, size: number, weight: number, measure: Measure): string {
  return cutToFit(text, room, size, weight, measure, (characters, count) => {
    const end = characters.length - Math.floor(count / 2);
    return `${characters.slice(0, Math.ceil(count / 2)).join('')}…${characters.slice(end).join('')}`;
  });
}

/** The text in lines of whole words; what does not fit into the last one is cut. */
export function fitLines(
  text: string,
  most: number,
  room: number,
  size: number,
  weight: number,
  measure: Measure,
): string[] {
  const lines: string[] = [];
  let rest = text.slice(0, LONGEST).split(' ');
  while (rest.length > 0) {
    let count = rest.length;
    if (lines.length < most - 1)
      while (count > 1 && measure(rest.slice(0, count).join(' '), size, weight) > room) count--;
    lines.push(fitText(rest.slice(0, count).join(' '), room, size, weight, measure));
    rest = rest.slice(count);
  }
  return lines;
}

/** Of a name that is cut so many characters are left, or it says nothing. */
const LEAST_LEFT = 4;

/** Whether so little was left of a text that it cannot be told by it. */
export function isStub(cut: string, whole: string): boolean {
  return cut !== whole && Array.from(segments.segment(cut)).length <= LEAST_LEFT;
}

/** A name with what comes after it, which is not cut: `app-0-chec… +16`. It yields where nothing would be left of the name. */
export function fitName(
  name: string,
  after: string,
  room: number,
  size: number,
  weight: number,
  measure: Measure,
): string {
  const left = after === '' ? room : room - measure(after, size, weight);
  const cut = fitText(name, left, size, weight, measure);
  return isStub(cut, name) ? fitText(name, room, size, weight, measure) : `${cut}${after}`;
}
