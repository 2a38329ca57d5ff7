/** Keeps the plan in this browser, and says so when that fails or when another tab has changed it. */
import { useEffect } from 'react';
import { keepPlans, writeNow } from '../session/keeping';
import { replaceInputs } from '../session/store';
import { notify, notifyOfTrouble } from '../ui/notices';

const REFUSED =
  'This browser refuses to keep what you entered. Save all plans as one file before you leave: "Plans", above.';
const LITTLE_ROOM =
  'This browser’s storage is nearly full: what can be undone in this plan is not kept for your next visit. Delete plans that you need no more, after saving them as one file.';

const UNREADABLE =
  'The plan that was open last cannot be read. It stays in this browser as it is; this is another one.';

/** `isUnreadable`: whether there was a plan to begin with that could not be read. */
export function useKeeping(isUnreadable: boolean): void {
  useEffect(() => {
    if (isUnreadable) notifyOfTrouble(UNREADABLE);
  }, [isUnreadable]);
  useEffect(
    () =>
      keepPlans({
        onFailure: () => notifyOfTrouble(REFUSED),
        onLittleRoom: () => notifyOfTrouble(LITTLE_ROOM),
        onForeign: (theirs) =>
          notify('Another tab has changed this plan. Here it is as it was.', {
            label: 'Take theirs',
            run: () => replaceInputs(theirs),
          }),
        onForeignDelete: () =>
          notify('Another tab has deleted this plan. Here it is as it was.', {
            label: 'Keep it',
            run: writeNow,
          }),
      }),
    [],
  );
}
