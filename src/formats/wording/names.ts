/** How are things of a catalog called in a sentence? */
import type { Catalog, ProtocolRange } from '../../engine/model/catalog';
import { countOf } from '../../texts/numbers';

/** `Entrypoint` for the protocol `entrypoint`; the id where the catalog does not say. */
export function protocolName(catalog: Catalog, id: string): string {
  return (Object.hasOwn(catalog.protocols, id) ? catalog.protocols[id]?.name : undefined) ?? id;
}

export function componentName(catalog: Catalog, id: string): string {
  return (Object.hasOwn(catalog.components, id) ? catalog.components[id]?.name : undefined) ?? id;
}

/** `3–5`, or `3` where both ends are the same. */
export function formatRange([minimum, current]: ProtocolRange): string {
  return minimum === current ? `${minimum}` : `${minimum}–${current}`;
}

/** `1 instance`, `12,000 instances`: of nouns that take an s. */
export function formatCount(count: number, noun: string): string {
  return countOf(count, noun, `${noun}s`);
}

/** `a`, `a and b`, `a, b and c`. */
export function formatList(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
