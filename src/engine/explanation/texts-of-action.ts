/** Which texts of an action have placeholders, and which of them does a shell read? */
import type { Action } from '../model';

export interface ActionText {
  /** Where it stands in the action. */
  readonly path: readonly string[];
  readonly text: string;
  readonly isCommand: boolean;
}

export function textsOfAction(action: Action): ActionText[] {
  const { title, command, detail, verify, rollback, path, check, undo } = action;
  const texts: readonly (readonly [path: string, text: string | undefined, isCommand?: boolean])[] = [
    ['title', title],
    ['command', command, true],
    ['detail', detail],
    ['verify', verify],
    ['rollback', rollback],
    ['path', path],
    ['check.command', check?.command, true],
    ['check.prints', check?.prints],
    ['undo.command', undo?.command, true],
    ['undo.check.command', undo?.check?.command, true],
    ['undo.check.prints', undo?.check?.prints],
  ];
  return texts.flatMap(([place, text, isCommand = false]) =>
    text === undefined ? [] : [{ path: place.split('.'), text, isCommand }],
  );
}
