import { startTransition, useEffect, useState } from 'react';

/**
 * False while something is drawn for the first time, then true: what is out of sight at first comes right after the rest,
 * in pieces, and nobody waits for it.
 */
export function useSoon(): boolean {
  const [isTime, setTime] = useState(false);
  useEffect(() => startTransition(() => setTime(true)), []);
  return isTime;
}
