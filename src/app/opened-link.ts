/**
 * Which link or plan file is open? What came out of it and the inputs that it became, for as long as these are what is entered: a plan
 * of other inputs has nothing to do with it.
 */
import { useSyncExternalStore } from 'react';
import type { PlanFileContent } from '../formats/plan-file-content';
import type { SessionInputs } from '../session/inputs';
import { sessionStore } from '../session/store';

export type OpenedFrom = 'link' | 'file';

interface Opened {
  readonly content: PlanFileContent;
  readonly from: OpenedFrom;
  readonly inputs: Pick<SessionInputs, 'rows' | 'facts' | 'goal' | 'catalogId'>;
}

let opened: Opened | undefined;

/** To be called once what it holds is the session's. */
export function rememberLink(content: PlanFileContent, from: OpenedFrom): void {
  const { rows, facts, goal, catalogId } = sessionStore.getState();
  opened = { content, from, inputs: { rows, facts, goal, catalogId } };
}

function linkOfNow(): Opened | undefined {
  const { rows, facts, goal, catalogId } = sessionStore.getState();
  const isSame =
    opened !== undefined &&
    opened.inputs.rows === rows &&
    opened.inputs.facts === facts &&
    opened.inputs.goal === goal &&
    opened.inputs.catalogId === catalogId;
  return isSame ? opened : undefined;
}

/** The link or the file that the inputs came from, unchanged since; also after an undo that brings them back. */
export function useOpenedLink(): Opened | undefined {
  return useSyncExternalStore(sessionStore.subscribe, linkOfNow);
}
