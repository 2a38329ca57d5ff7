/** Which text exactly, without holding up the page? By the browser itself where it offers that: it does not on plain http. */

/** The same as `digestText`. */
export async function digestAside(text: string): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) {
    const { digestText } = await import('./digest-text');
    return digestText(text);
  }
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
