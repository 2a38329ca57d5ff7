/** What takes a change back again, and until when does it take back that change and no other? */
import * as texts from '../texts/page';
import { isSamePlan, planOf, sessionStore, undo } from './store';

const planNow = () => planOf(sessionStore.getState());

export interface Undoing {
  readonly label: string;
  readonly run: () => void;
  /** Calls back once, as soon as the change is no longer the latest step. */
  readonly until: (onEnd: () => void) => void;
}

/** Makes a change, and says how it is taken back; `undefined` where nothing changed, so that there is no step of it. */
export function undoable(makeChange: () => void): Undoing | undefined {
  const before = planNow();
  makeChange();
  const after = planNow();
  if (isSamePlan(before, after)) return undefined;
  return {
    label: texts.undo,
    run: undo,
    until: (onEnd) => {
      const stop = sessionStore.subscribe(() => {
        // How the page is looked at is no step.
        if (isSamePlan(planNow(), after)) return;
        stop();
        onEnd();
      });
    },
  };
}
