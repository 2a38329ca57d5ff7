import { useLayoutEffect, useRef, useState } from 'react';
import { forgetWidths, measureText } from './measure-text';

/**
 * An element with its width, `undefined` before it is there, and a measure of texts that is another one once a typeface has
 * arrived.
 */
export function useRoom() {
  const ref = useRef<HTMLElement>(null);
  const [width, setWidth] = useState<number>();
  const [measure, setMeasure] = useState(() => measureText);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = () => setWidth(Math.floor(element.clientWidth));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    let isThere = true;
    void document.fonts.ready.then(() => {
      forgetWidths();
      if (isThere)
        setMeasure(
          () =>
            (...asked: Parameters<typeof measureText>) =>
              measureText(...asked),
        );
    });
    return () => {
      isThere = false;
      observer.disconnect();
    };
  }, []);
  return { ref, width, measure };
}
