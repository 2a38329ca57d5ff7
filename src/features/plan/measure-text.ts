/** How much of a text fits into a width? Measured in the typeface that draws it. */

let context: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();
const KEPT = 5000;

function widthOf(text: string, size: number, weight: number): number {
  const key = `${size} ${weight} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  let width = text.length * size * 0.55;
  if (context) {
    context.font = `${weight} ${size}px ${getComputedStyle(document.documentElement).fontFamily}`;
    width = context.measureText(text).width;
  }
  if (widths.size > KEPT) widths.clear();
  widths.set(key, width);
  return width;
}

/** Forgets what was measured: another typeface has arrived. */
export function forgetWidths(): void {
  widths.clear();
}

/** A name with what comes after it, which is never cut: `app-0-chec… +16`. */
export function fitName(name: string, after: string, room: number, size: number, weight = 400): string {
  return after === ''
    ? fitText(name, room, size, weight)
    : `${fitText(name, room - widthOf(after, size, weight), size, weight)}${after}`;
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function fitText(text: string, room: number, size: number, weight = 400): string {
  // Longer than any lane is wide: no need to measure it all.
  const start = text.length > 300 ? text.slice(0, 300) : text;
  if (start === text && widthOf(text, size, weight) <= room) return text;
  const characters = [...start];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${characters.slice(0, middle).join('')}…`, size, weight) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '…' : `${characters.slice(0, low).join('').trimEnd()}…`;
}
