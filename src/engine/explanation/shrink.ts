/**
 * Which of these are needed?
 *
 * Leaves out whatever can be left out with `holds` still being true, in the order given. Where `holds` can only become
 * false by leaving out, nothing of the result can be left out.
 */
export function shrink<T>(items: readonly T[], holds: (kept: T[]) => boolean): T[] {
  let kept = [...items];
  // Halves first, so that one among hundreds is found in a few steps.
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length; ) {
      const without = kept.toSpliced(start, size);
      if (holds(without)) kept = without;
      else start += size;
    }
  }
  return kept;
}
