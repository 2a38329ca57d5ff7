/** Which plan is drawn while another one comes? */
import { startTransition, useEffect, useState } from 'react';
import type { AnsweredPlan } from '../formats/answered-plan';

/** To draw a plan of more stages takes longer than a key may wait. */
const MANY_STAGES = 6;

const isLarge = (answer: AnsweredPlan | undefined) => (answer?.plan.steps.at(-1)?.stage ?? 0) > MANY_STAGES;

/** `answer`; where that is large, the one before until it has been drawn, piece by piece. */
export function useDrawnPlan(answer: AnsweredPlan | undefined): AnsweredPlan | undefined {
  const [drawn, setDrawn] = useState(answer);
  const isSlow = isLarge(answer);
  if (drawn !== answer && !isSlow) setDrawn(answer);
  useEffect(() => {
    if (isSlow) startTransition(() => setDrawn(answer));
  }, [answer, isSlow]);
  return isSlow ? drawn : answer;
}
