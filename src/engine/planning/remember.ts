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

/** As `remember`, for the few keys that were asked for last; each of them takes the place of the one asked first. */
export function rememberLast<V>(count: number): (key: string, make: () => V) => V {
  const known = new Map<string, { readonly made: V }>();
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before.made;
    const made = make();
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= count) known.delete(oldest);
    known.set(key, { made });
    return made;
  };
}
