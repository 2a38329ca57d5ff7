/**
 * Which link is open? What came out of it and the inputs that it became, for as long as these are what is entered: a plan
 * of other inputs has nothing to do with the link.
 */
import { useSyncExternalStore } from 'react';
import type { LinkContent } from '../formats/plan-link/link-content';
import type { SessionInputs } from '../session/inputs';
import { sessionStore } from '../session/store';

interface OpenedLink {
  readonly content: LinkContent;
  readonly inputs: Pick<SessionInputs, 'rows' | 'facts' | 'goal' | 'catalogId'>;
}

let opened: OpenedLink | undefined;

/** To be called once the inputs of the link are the session's. */
export function rememberLink(content: LinkContent): void {
  const { rows, facts, goal, catalogId } = sessionStore.getState();
  opened = { content, inputs: { rows, facts, goal, catalogId } };
}

function linkOfNow(): LinkContent | undefined {
  const { rows, facts, goal, catalogId } = sessionStore.getState();
  const isSame =
    opened !== undefined &&
    opened.inputs.rows === rows &&
    opened.inputs.facts === facts &&
    opened.inputs.goal === goal &&
    opened.inputs.catalogId === catalogId;
  return isSame ? opened?.content : undefined;
}

/** The link that the inputs came from, unchanged since; also after an undo that brings them back. */
export function useOpenedLink(): LinkContent | undefined {
  return useSyncExternalStore(sessionStore.subscribe, linkOfNow);
}
