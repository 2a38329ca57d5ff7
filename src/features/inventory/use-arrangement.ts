/** Which rows were chosen to be shown, and in which order? What was chosen shows at once; many rows follow in pieces. */
import { startTransition, useState } from 'react';
import { type Filter, NO_FILTER, type Sort } from './arrange-rows';

export interface Arrangement {
  readonly sort: Sort | undefined;
  readonly filter: Filter;
}

const AS_ENTERED: Arrangement = { sort: undefined, filter: NO_FILTER };

export function useArrangement() {
  const [chosen, setChosen] = useState(AS_ENTERED);
  const [arranged, setArranged] = useState(AS_ENTERED);
  const arrange = (change: Partial<Arrangement>) => {
    const next = { ...chosen, ...change };
    setChosen(next);
    startTransition(() => setArranged(next));
  };
  /** With the next drawing, for what is looked for in it. */
  const arrangeNow = (change: Partial<Arrangement>) => {
    const next = { ...chosen, ...change };
    setChosen(next);
    setArranged(next);
  };
  return { chosen, arranged, arrange, arrangeNow };
}
