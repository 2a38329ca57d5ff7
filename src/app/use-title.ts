/** What is this page called, in a tab and in the history? */

import { useEffect } from 'react';
import type { AnsweredPlan } from '../formats/answered-plan';
import { titleOf } from '../formats/plan-title';
import * as texts from '../texts/page';

/** While a plan is shown the page is called after it. */
export function useTitle(shown: AnsweredPlan | undefined): void {
  const title = shown === undefined ? texts.title : texts.titleWith(titleOf(shown));
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = texts.title;
    };
  }, [title]);
}
