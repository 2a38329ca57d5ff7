/** Where are the inputs kept between visits? In this browser, and nowhere else. */
import { INPUT_ROUTES, pickFields } from './field-table';
import type { SessionInputs } from './inputs';
import { readStored, STORED_VERSION } from './repair-stored';

export const STORAGE_KEY = 'causeway/session';
const WRITE_DELAY_MS = 200;

export function loadInputs(): SessionInputs | undefined {
  try {
    return readStored(localStorage.getItem(STORAGE_KEY));
  } catch {
    return undefined;
  }
}

interface InputsSource {
  getState: () => SessionInputs;
  subscribe: (listener: (now: SessionInputs, before: SessionInputs) => void) => () => void;
}

export interface Keeping {
  /** Writes what has not been written yet. */
  readonly flush: () => void;
  readonly stop: () => void;
}

/**
 * Writes the inputs shortly after each change, and at once when the page is left. `onFailure` hears of it when the
 * browser refuses, `onForeign` when another tab has written.
 */
export function keepInputs(
  source: InputsSource,
  onFailure: () => void,
  onForeign: (inputs: SessionInputs) => void,
): Keeping {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    try {
      const inputs = pickFields(source.getState(), INPUT_ROUTES, 'browser');
      localStorage.setItem(STORAGE_KEY, JSON.stringify({ version: STORED_VERSION, inputs }));
    } catch {
      onFailure();
    }
  };
  const flush = () => {
    if (timer !== undefined) write();
  };
  const onStorage = (event: StorageEvent) => {
    if (event.key !== STORAGE_KEY) return;
    const theirs = readStored(event.newValue);
    if (theirs !== undefined) onForeign(theirs);
  };
  const unsubscribe = source.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_DELAY_MS);
  });
  addEventListener('pagehide', flush);
  addEventListener('storage', onStorage);
  return {
    flush,
    stop: () => {
      flush();
      unsubscribe();
      removeEventListener('pagehide', flush);
      removeEventListener('storage', onStorage);
    },
  };
}
