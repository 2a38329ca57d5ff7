/** Makes a change that unblocks the plan to what the operator entered, as one step that can be undone. */
import type { Unblock } from '../engine/model/plan';
import {
  answerFact,
  asOneStep,
  deleteRows,
  putBack,
  sessionStore,
  setEntryTarget,
  setGoal,
  unpinEntries,
} from './store';

/** The row of an entry; '' where there is none. Rows have names as they are typed, entries as they are read. */
export function rowOfEntry(name: string): string {
  return sessionStore.getState().rows.find((row) => row.name.trim() === name)?.id ?? '';
}

/** What has to be looked up cannot be made for the operator. */
export function applyUnblock(unblock: Exclude<Unblock, { code: 'look-up' }>): void {
  switch (unblock.code) {
    case 'answer':
      answerFact(unblock.fact, unblock.answer);
      break;
    case 'entry-target':
      setEntryTarget(rowOfEntry(unblock.entry), unblock.target ?? '');
      break;
    case 'unpin':
      unpinEntries([unblock.entry, ...(unblock.also ?? [])]);
      break;
    case 'target':
      setGoal({ target: unblock.target });
      break;
    case 'keep':
      setGoal({ consumers: 'keep' });
      break;
    case 'move':
    case 'put-back':
      putBack(rowOfEntry(unblock.entry), unblock.version);
      break;
    case 'prereleases':
      setGoal({ prereleases: true });
      break;
    case 'allow-skips':
      setGoal({ allowSkips: true });
      break;
    case 'retire':
      deleteRows(new Set([rowOfEntry(unblock.entry)]));
      break;
    case 'together':
      asOneStep(() => {
        for (const change of unblock.changes) applyUnblock(change);
      });
  }
}
