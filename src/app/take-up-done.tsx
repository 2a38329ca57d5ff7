import type { ReactNode } from 'react';
import type { DoneMove } from '../session/done-moves';
import { takeUpDone } from '../session/store';
import { undoable } from '../session/undoable';
import * as texts from '../texts/desk';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { giveKeys } from '../ui/go-to';
import { notify } from '../ui/notices';
import styles from './workspace.module.css';

/** Brings the inventory to where the steps that are done have brought it. `next` gets the keys, since the button goes. */
export function takeUp(moves: readonly DoneMove[], next: string): void {
  const undoing = undoable(() => takeUpDone(moves));
  giveKeys(next, { preventScroll: true });
  notify(texts.takenUp(moves), undoing);
}

/** Says of what follows from the inventory that it is from before steps that are done. */
export function BehindDone({
  moves,
  next,
  command,
  children,
}: {
  moves: readonly DoneMove[];
  /** Where the keys go from the button. */
  next: string;
  /** By which the palette finds the button, where there are several. */
  command?: string;
  /** What follows from it is worth nothing: said in place of that it is from before. */
  children?: ReactNode;
}) {
  if (moves.length === 0) return null;
  return (
    <div className={styles.behind}>
      <Banner
        {...(children === undefined
          ? { icon: 'warning', role: 'status' }
          : { tone: 'broken', role: 'alert' })}
        actions={
          <Button data-command={command} onClick={() => takeUp(moves, next)}>
            {texts.takeUpDone}
          </Button>
        }
      >
        {children ?? texts.behindDone(moves.length)}
      </Banner>
    </div>
  );
}
