/** Keeps the plan in this browser, and says so when that fails or when another tab has changed it. */
import { useEffect } from 'react';
import { keepPlans, writeNow } from '../session/keeping';
import { replaceInputs } from '../session/store';
import * as texts from '../texts/page';
import { notify, notifyOfTrouble } from '../ui/notices';

/** `isUnreadable`: whether there was a plan to begin with that could not be read. */
export function useKeeping(isUnreadable: boolean): void {
  useEffect(() => {
    if (isUnreadable) notifyOfTrouble(texts.unreadable);
  }, [isUnreadable]);
  useEffect(
    () =>
      keepPlans({
        onFailure: () => notifyOfTrouble(texts.refused),
        onLittleRoom: () => notifyOfTrouble(texts.littleRoom),
        onForeign: (theirs) =>
          notify(texts.changedElsewhere, {
            label: texts.takeTheirs,
            run: () => replaceInputs(theirs),
          }),
        onForeignDelete: () =>
          notify(texts.deletedElsewhere, {
            label: texts.keepIt,
            run: writeNow,
          }),
      }),
    [],
  );
}
