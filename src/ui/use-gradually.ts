import { startTransition, useEffect, useState } from 'react';

/**
 * A number that grows to `goal` by `step` after `step`, with time for keys and drawing between them: for long lists, which
 * come piece by piece. It rests where it is while `isGoing` is false.
 */
export function useGradually(goal: number, step: number, isGoing: boolean): number {
  const [reached, setReached] = useState(0);
  useEffect(() => {
    if (!isGoing || reached >= goal) return;
    const timer = setTimeout(() => startTransition(() => setReached(reached + step)));
    return () => clearTimeout(timer);
  }, [reached, goal, step, isGoing]);
  return Math.min(reached, goal);
}
