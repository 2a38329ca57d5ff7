/** Which plan is open in this tab? */
import { useSyncExternalStore } from 'react';
import { createPlanId, isPlanKey, rememberOpen } from './library';

let openId = createPlanId();
const listeners = new Set<() => void>();

/** To be called whenever a plan has come, gone or got another name. */
export function tellOfPlans(): void {
  for (const listener of listeners) listener();
}

export function subscribeToPlans(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || isPlanKey(key)) listener();
  };
  listeners.add(listener);
  addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', onStorage);
  };
}

export function planOpenNow(): string {
  return openId;
}

export function usePlanOpen(): string {
  return useSyncExternalStore(subscribeToPlans, planOpenNow);
}

export function setPlanOpen(id: string): void {
  openId = id;
  rememberOpen(id);
  tellOfPlans();
}
