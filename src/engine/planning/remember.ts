/** What was worked out for this before? */

/** Makes it for a key once, and gives the same again from then on. */
export function remember<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, { readonly made: V }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.made;
    const made = make(key);
    known.set(key, { made });
    return made;
  };
}
