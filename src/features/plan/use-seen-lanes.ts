import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { HEAD, type Places } from '../../formats/timeline/place';

/** Fewer lanes than these are all drawn. */
const ALL_DRAWN = 40;
/** Lanes come and go by so many, so that scrolling seldom draws anything. */
const CHUNK = 8;

/** Which lanes can be seen in the box that scrolls, from the first to before the last; all of them on paper. */
export function useSeenLanes(
  box: RefObject<HTMLElement | null>,
  count: number,
  { lanesFrom, laneHeight }: Places,
): readonly [from: number, to: number] {
  const isWindowed = count > ALL_DRAWN;
  const [seen, setSeen] = useState<readonly [number, number]>([0, ALL_DRAWN]);
  useEffect(() => {
    const element = box.current;
    if (element === null || !isWindowed) return;
    const look = () => {
      const top = element.scrollTop - HEAD - lanesFrom;
      const from = Math.max(0, Math.floor(top / laneHeight / CHUNK) * CHUNK);
      const to = Math.ceil((top + element.clientHeight + HEAD) / laneHeight / CHUNK + 1) * CHUNK;
      setSeen((before) => (before[0] === from && before[1] === to ? before : [from, to]));
    };
    const drawAll = () => flushSync(() => setSeen([0, Number.POSITIVE_INFINITY]));
    look();
    element.addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    addEventListener('beforeprint', drawAll);
    addEventListener('afterprint', look);
    return () => {
      element.removeEventListener('scroll', look);
      removeEventListener('resize', look);
      removeEventListener('beforeprint', drawAll);
      removeEventListener('afterprint', look);
    };
  }, [box, isWindowed, lanesFrom, laneHeight]);
  return isWindowed ? seen : [0, count];
}
