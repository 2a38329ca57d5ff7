/**
 * Under which key does this browser make pseudonyms? By chance, once, and kept for as long as the browser keeps anything:
 * the same name is called the same in every link that is made here. It goes nowhere: see field-table.ts for what does.
 */

const KEY = 'causeway/pseudonyms';
const BYTES = 32;

let here: Uint8Array | undefined;

function readKey(text: string | null): Uint8Array | undefined {
  if (text === null || !/^(?:[\da-f]{2}){32}$/.test(text)) return undefined;
  return Uint8Array.from({ length: BYTES }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

function writeKey(key: Uint8Array): string {
  return [...key].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Where the browser keeps nothing it holds for as long as the page is open. */
export function pseudonymKey(): Uint8Array {
  try {
    here = readKey(localStorage.getItem(KEY)) ?? here;
    if (here === undefined) {
      here = crypto.getRandomValues(new Uint8Array(BYTES));
      localStorage.setItem(KEY, writeKey(here));
    }
  } catch {
    here ??= crypto.getRandomValues(new Uint8Array(BYTES));
  }
  return here;
}
