/** A picture as PNG, at twice its size so that it stays sharp. */
import * as texts from '../../texts/export';

const SCALE = 2;
/** What browsers draw at most: a side, and all of it, in pixels. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 120_000_000;

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** How many times its size a picture can be drawn; below 1 it could not be read. */
export function scaleOf({ width, height }: Omit<Picture, 'svg'>): number {
  return Math.min(SCALE, MOST_SIDE / width, MOST_SIDE / height, Math.sqrt(MOST_PIXELS / (width * height)));
}

export async function rasterise({ svg, width, height }: Picture): Promise<Blob> {
  const scale = scaleOf({ width, height });
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error(texts.noPicture);
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
