import { useSyncExternalStore } from 'react';

export interface Notice {
  readonly id: number;
  readonly words: string;
  readonly action?: {
    readonly label: string;
    readonly run: () => void;
    /** Calls back when it no longer does what its notice is about: that goes then. */
    readonly until?: (onEnd: () => void) => void;
  };
  /** Whether it stays until it is dismissed. */
  readonly isLasting: boolean;
}

const MOST_SHOWN = 3;
const listeners = new Set<() => void>();
let notices: readonly Notice[] = [];
let lastId = 0;

function show(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(subscribe, () => notices);
}

export function dismiss(id: number): void {
  show(notices.filter((notice) => notice.id !== id));
}

function tell(words: string, action: Notice['action'], isLasting: boolean): void {
  lastId += 1;
  const id = lastId;
  const notice: Notice = { id, words, isLasting, ...(action !== undefined && { action }) };
  show([...notices.filter((known) => known.words !== words), notice].slice(-MOST_SHOWN));
  action?.until?.(() => dismiss(id));
}

/** Tells something that happened, and where it applies what can be done about it. The same words are told once. */
export function notify(words: string, action?: Notice['action']): void {
  tell(words, action, false);
}

/** Tells what only its action takes back: it waits for that until it is dismissed. */
export function notifyToTakeBack(words: string, action: NonNullable<Notice['action']>): void {
  tell(words, action, true);
}

/** Tells something that went wrong: nobody is to miss it by looking elsewhere for a moment. */
export function notifyOfTrouble(words: string): void {
  tell(words, undefined, true);
}
