/** What was made of the sources, and how far is it? The last answer stays until there is another one. */
import { useEffect, useState } from 'react';
import type { BroughtSource } from './import-source';
import type { ReadInventories, ReadInventory, ReadProgress } from './reading';

/** An answer, and what it is an answer to. */
export interface Answer {
  readonly sources: readonly BroughtSource[];
  readonly result: ReadInventory;
}

export interface Reading {
  readonly answer: Answer | undefined;
  readonly isReading: boolean;
  readonly progress: ReadProgress | undefined;
  /** Why nothing could be read. */
  readonly failure: string | undefined;
}

export interface Grouping {
  readonly group: 'auto' | boolean;
  readonly groupBy: readonly string[];
}

const NOTHING: Reading = { answer: undefined, isReading: false, progress: undefined, failure: undefined };

const percentOf = ({ bytesRead, bytes }: ReadProgress) => Math.floor((100 * bytesRead) / Math.max(1, bytes));

export function useReading(
  sources: readonly BroughtSource[],
  grouping: Grouping,
  read: ReadInventories,
): Reading {
  const [reading, setReading] = useState(NOTHING);
  useEffect(() => {
    if (sources.length === 0) {
      setReading(NOTHING);
      return;
    }
    const calledOff = new AbortController();
    const { signal } = calledOff;
    setReading(({ answer }) => ({ ...NOTHING, answer, isReading: true }));
    let told = 0;
    const onProgress = (progress: ReadProgress) => {
      if (signal.aborted || percentOf(progress) === told) return;
      told = percentOf(progress);
      setReading((before) => ({ ...before, progress }));
    };
    // Where there is only one, its name need not be said with every problem.
    const named = sources.length === 1 ? sources.map((source) => ({ ...source, name: '' })) : sources;
    read(named, { ...grouping, signal, onProgress }).then(
      (result) => {
        if (!signal.aborted) setReading({ ...NOTHING, answer: { sources, result } });
      },
      (error: unknown) => {
        if (signal.aborted) return;
        setReading({ ...NOTHING, failure: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => calledOff.abort();
  }, [sources, grouping, read]);
  return reading;
}
