import { useMemo } from 'react';

/** A small value as it was before for as long as it says the same, so that what is made of it is not made anew. */
export function useSame<T>(value: T): T {
  const text = JSON.stringify(value);
  return useMemo(() => JSON.parse(text) as T, [text]);
}
