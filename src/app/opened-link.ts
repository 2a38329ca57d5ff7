/**
 * Which link or plan file is open? What came out of it and the inputs that it became, for as long as these are what is
 * entered: a plan of other inputs has nothing to do with it. One of which no plan came as it was stays until it is dismissed,
 * since what is put right to get one is what was shared all the same.
 */
import { useSyncExternalStore } from 'react';
import type { PlanFileContent } from '../formats/plan-file-content';
import type { SessionInputs } from '../session/inputs';
import { planOpenNow, subscribeToPlans } from '../session/open-plan';
import { sessionStore } from '../session/store';

export type OpenedFrom = 'link' | 'file';

export interface Opened {
  readonly content: PlanFileContent;
  readonly from: OpenedFrom;
  /** Whether a plan can be made of it as it came. */
  readonly isWhole: boolean;
  /** What of it means nothing here, in sentences. */
  readonly remarks: readonly string[];
  /** The text of the catalog that it brings, where another one is in use here under the same id. */
  readonly otherCatalog: string | undefined;
}

interface Remembered extends Opened {
  readonly plan: string;
  readonly inputs: Pick<SessionInputs, 'rows' | 'facts' | 'goal' | 'catalogId'>;
}

let remembered: Remembered | undefined;
const listeners = new Set<() => void>();

function remember(next: Remembered | undefined): void {
  remembered = next;
  for (const listener of listeners) listener();
}

/** To be called once what it holds is the session's. */
export function rememberLink(opened: Opened): void {
  const { rows, facts, goal, catalogId } = sessionStore.getState();
  remember({ ...opened, plan: planOpenNow(), inputs: { rows, facts, goal, catalogId } });
}

export function dismissLink(): void {
  remember(undefined);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const unsubscribes = [sessionStore.subscribe(listener), subscribeToPlans(listener)];
  return () => {
    listeners.delete(listener);
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}

function isAsOpened(): boolean {
  const { rows, facts, goal, catalogId } = sessionStore.getState();
  const inputs = remembered?.inputs;
  return (
    inputs?.rows === rows && inputs.facts === facts && inputs.goal === goal && inputs.catalogId === catalogId
  );
}

function linkOfNow(): Opened | undefined {
  if (isAsOpened()) return remembered;
  return remembered?.isWhole === false && remembered.plan === planOpenNow() ? remembered : undefined;
}

/** The link or the file that the inputs came from; the same again after an undo that brings them back. */
export function useOpenedLink(): Opened | undefined {
  return useSyncExternalStore(subscribe, linkOfNow);
}

/** Whether the inputs are the ones that came out of it. */
export function useIsAsOpened(): boolean {
  return useSyncExternalStore(subscribe, isAsOpened);
}
