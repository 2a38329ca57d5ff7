/** Where do a band and its bars stand? */
import type { ProtocolRange } from '../../engine/model/catalog';
import type { Band } from './layout';

export interface BandPlace {
  readonly band: Band;
  readonly top: number;
  readonly height: number;
  readonly rowHeight: number;
  /** Where bars begin, right of the server's range. */
  readonly barsFrom: number;
  readonly slot: number;
}

export interface Extent {
  readonly top: number;
  readonly bottom: number;
  /** What stands above its highest version, and below its lowest one. */
  readonly half: number;
}

/** How wide a bar is. */
export const BAR = 9;

/** The middle of a protocol version's row. */
export function versionAt({ band, top, rowHeight }: BandPlace, version: number): number {
  return top + (band.highest - version + 0.5) * rowHeight;
}

export function slotMiddle({ barsFrom, slot }: BandPlace, columnWidth: number, column: number, at: number) {
  return column * columnWidth + barsFrom + at * slot + Math.min(7, slot / 2);
}

/** From where to where a range goes; never so low that it could not be seen. */
export function extentOf(place: BandPlace, [minimum, current]: ProtocolRange): Extent {
  const half = Math.max(place.rowHeight / 2 - 1.5, 2.5);
  return { top: versionAt(place, current) - half, bottom: versionAt(place, minimum) + half, half };
}
