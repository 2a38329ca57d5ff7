/**
 * Which of many rows are drawn? Those in sight with some before and behind, and those that must not go, since the keys are
 * in them. Between them stand gaps that are as high as what is left out.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';

/** Rows before and behind those in sight. */
const OVERSCAN = 6;
/** The slice is worked out anew each time so many rows have gone by. */
const STRIDE = 4;
const FIRST_GUESS_PX = 32;

/** Where each row begins, and at the end where the last one ends. */
export function offsetsOf(count: number, heightAt: (index: number) => number): Float64Array {
  const offsets = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) offsets[i + 1] = (offsets[i] ?? 0) + heightAt(i);
  return offsets;
}

/** The row that a height from the top falls into. */
export function indexAt(offsets: Float64Array, height: number): number {
  let [low, high] = [0, Math.max(0, offsets.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows that are drawn, in their order. */
export function rowsToDraw(
  offsets: Float64Array,
  top: number,
  bottom: number,
  always: readonly number[],
): readonly number[] {
  const count = offsets.length - 1;
  if (count === 0) return [];
  const first = Math.max(0, indexAt(offsets, top) - OVERSCAN);
  const last = Math.min(count - 1, indexAt(offsets, bottom) + OVERSCAN);
  const drawn = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const others = always.filter((i) => i >= 0 && i < count && (i < first || i > last));
  return [...new Set([...drawn, ...others])].sort((a, b) => a - b);
}

export interface RowWindow {
  readonly indices: readonly number[];
  /** Height of what is left out before a drawn row, or behind the last one. */
  readonly gapBefore: (position: number) => number;
  /** How many rows are in sight at once. */
  readonly page: number;
  /** For each drawn row, so that its height is known. It names itself by `data-row`. */
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined;
}

/** `isWindowed` tells whether rows are left out at all. */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  rows: readonly { readonly id: string }[],
  always: readonly number[],
  isWindowed: boolean,
): RowWindow {
  const heights = useRef(new Map<string, number>());
  const usual = useRef(FIRST_GUESS_PX);
  const [measured, setMeasured] = useState(0);
  const [sight, setSight] = useState({ top: 0, height: 800 });

  const look = useCallback(() => {
    const element = box.current;
    if (element === null) return;
    const stride = usual.current * STRIDE;
    const top = Math.floor(element.scrollTop / stride) * stride;
    const height = Math.ceil(element.clientHeight / stride + 1) * stride;
    setSight((before) => (before.top === top && before.height === height ? before : { top, height }));
  }, [box]);

  const observer = useRef<ResizeObserver>(undefined);
  useLayoutEffect(() => {
    const element = box.current;
    if (!isWindowed || element === null) return;
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [box, isWindowed, look]);
  useEffect(() => () => observer.current?.disconnect(), []);

  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!isWindowed || element === null) return undefined;
      observer.current ??= new ResizeObserver((entries) => {
        let isNew = false;
        for (const { target, borderBoxSize } of entries) {
          const id = (target as HTMLElement).dataset.row ?? '';
          const height = borderBoxSize[0]?.blockSize ?? 0;
          if (height === 0 || heights.current.get(id) === height) continue;
          heights.current.set(id, height);
          isNew = true;
        }
        if (!isNew) return;
        usual.current = Math.min(...heights.current.values());
        setMeasured((times) => times + 1);
      });
      const watching = observer.current;
      watching.observe(element);
      return () => watching.unobserve(element);
    },
    [isWindowed],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are read where they were measured anew
  const offsets = useMemo(
    () =>
      isWindowed
        ? offsetsOf(rows.length, (i) => heights.current.get(rows[i]?.id ?? '') ?? usual.current)
        : undefined,
    [rows, isWindowed, measured],
  );
  const indices =
    offsets === undefined
      ? rows.map((_, i) => i)
      : rowsToDraw(offsets, sight.top, sight.top + sight.height, always);
  return {
    indices,
    gapBefore: (position) => {
      if (offsets === undefined) return 0;
      const from = (indices[position - 1] ?? -1) + 1;
      return (offsets[indices[position] ?? rows.length] ?? 0) - (offsets[from] ?? 0);
    },
    page: Math.max(1, Math.floor(sight.height / usual.current) - STRIDE),
    measure,
  };
}
