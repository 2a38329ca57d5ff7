/** What is this page called, in a tab, in the history, on paper? */

import { useEffect } from 'react';
import type { AnsweredPlan } from '../formats/answered-plan';

const TITLE = 'Causeway: plan an upgrade';
const LONGEST = 120;

/** `HashiCorp Waypoint 0.9.1 → 0.11.4, production` */
export function titleOf({
  catalog,
  inventory,
  goal,
}: Pick<AnsweredPlan, 'catalog' | 'inventory' | 'goal'>): string {
  const server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
  const name = inventory.name === undefined ? '' : `, ${inventory.name.slice(0, LONGEST)}`;
  return `${catalog.name} ${server?.version ?? ''} → ${goal.target}${name}`;
}

/** While a plan is shown the page is called after it. */
export function useTitle(shown: AnsweredPlan | undefined): void {
  const title = shown === undefined ? TITLE : `${titleOf(shown)} · Causeway`;
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = TITLE;
    };
  }, [title]);
}
