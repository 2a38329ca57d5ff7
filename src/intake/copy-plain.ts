/**
 * How is something of a file kept without the file? A text that was cut out of another holds on to all of it in every engine,
 * and so do lists of such texts.
 */

/** Joined to another text and cut off again, it holds on to that short one alone: engines join before they cut. */
const copyText = (text: string): string => ` ${text}`.slice(1);

/** Of plain data, as JSON would give it back, but several times faster: a field without a value is left out. */
export function copyPlain<T>(value: T): T {
  return copyValue(value) as T;
}

function copyValue(value: unknown): unknown {
  if (typeof value === 'string') return copyText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyValue);
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    if (part !== undefined) copy[copyText(key)] = copyValue(part);
  }
  return copy;
}
