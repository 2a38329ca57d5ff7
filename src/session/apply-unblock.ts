/** Makes a change that unblocks the plan to what the operator entered, as one step that can be undone. */
import type { Unblock } from '../engine/model/plan';
import { answerFact, deleteRow, sessionStore, setEntryTarget, setGoal, unpinEntries } from './store';

export function applyUnblock(unblock: Unblock): void {
  // Rows have names as they are typed, entries as they are read.
  const idOf = (name: string) =>
    sessionStore.getState().rows.find((row) => row.name.trim() === name)?.id ?? '';
  switch (unblock.code) {
    case 'answer':
      answerFact(unblock.fact, unblock.answer);
      break;
    case 'entry-target':
      setEntryTarget(idOf(unblock.entry), unblock.target ?? '');
      break;
    case 'unpin':
      unpinEntries([unblock.entry, ...(unblock.also ?? [])]);
      break;
    case 'target':
      setGoal({ target: unblock.target });
      break;
    case 'prereleases':
      setGoal({ prereleases: true });
      break;
    case 'allow-skips':
      setGoal({ allowSkips: true });
      break;
    case 'retire':
      deleteRow(idOf(unblock.entry));
  }
}
