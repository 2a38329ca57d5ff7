/** How wide is a text? Measured in the typeface that draws it. */

let context: CanvasRenderingContext2D | null | undefined;
let family: string | undefined;
const widths = new Map<string, number>();
const KEPT = 20_000;

export function measureText(text: string, size: number, weight: number): number {
  const key = `${size} ${weight} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  let width = text.length * size * 0.55;
  if (context) {
    family ??= getComputedStyle(document.documentElement).fontFamily;
    context.font = `${weight} ${size}px ${family}`;
    width = context.measureText(text).width;
  }
  if (widths.size > KEPT) widths.clear();
  widths.set(key, width);
  return width;
}

/** Forgets what was measured: another typeface has arrived. */
export function forgetWidths(): void {
  widths.clear();
  family = undefined;
}
