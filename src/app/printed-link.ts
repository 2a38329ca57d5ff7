/** The link that is printed as a code: made before it is needed, since the browser's print waits for nothing. */

import { useEffect, useMemo, useState } from 'react';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import type { CodeChoice } from '../features/checklist/choices';
import type { AnsweredPlan } from '../formats/answered-plan';
import { writeContent } from '../formats/plan-link/link-content';
import { writeLink } from '../formats/plan-link/plan-link';
import { hide } from '../formats/plan-link/pseudonyms';
import { pseudonymKey } from '../session/pseudonym-key';
import { useInputs } from '../session/store';
import { markOf } from './sharing';

/**
 * Names stand on the paper: they are in the link as well, and the plan stays the one that is printed.
 * @returns `undefined` where none is wanted, and until it is made
 */
export function usePrintedLink(
  loaded: LoadedCatalog,
  { inventory, goal, plan }: AnsweredPlan,
  { isWanted, hidden }: CodeChoice,
): string | undefined {
  const said = useInputs((inputs) => inputs.parameters);
  const lanes = useInputs((inputs) => inputs.view.lanes);
  const content = useMemo(() => {
    if (!isWanted) return undefined;
    const left = hide(inventory, goal, { ...hidden, names: false }, pseudonymKey());
    const parameters = hidden.parameters ? {} : said;
    return writeContent({ ...left, catalog: markOf(loaded), plan, parameters, view: { lanes } });
  }, [isWanted, hidden, loaded, inventory, goal, plan, said, lanes]);
  const [made, setMade] = useState<{ readonly content: string; readonly link: string }>();
  useEffect(() => {
    if (content === undefined) return;
    let isCurrent = true;
    void writeLink(content).then(
      (text) => isCurrent && setMade({ content, link: `${location.href.replace(/#.*$/s, '')}#plan=${text}` }),
    );
    return () => {
      isCurrent = false;
    };
  }, [content]);
  return content === undefined || made?.content !== content ? undefined : made.link;
}
