/** What does the link on the paper hold, line by line? */
import type { LoadedCatalog } from '../catalogs/load-catalog';
import type { CodeChoice } from '../features/checklist/choices';
import { describeLinked } from '../features/share/describe-linked';
import type { AnsweredPlan } from '../formats/answered-plan';
import type { Parameters } from '../formats/placeholder-values';
import type { SessionInputs } from '../session/inputs';
import { markOf } from './sharing';

export function describePrintedLink(
  loaded: LoadedCatalog,
  { catalog, inventory, goal, plan }: AnsweredPlan,
  { hidden }: CodeChoice,
  parameters: Parameters,
  lanes: SessionInputs['view']['lanes'],
): readonly string[] {
  const { holds } = describeLinked(
    {
      catalog,
      inventory,
      goal,
      plan,
      mark: markOf(loaded),
      parameters,
      // The paper is ticked by hand.
      progress: [],
      view: { lanes },
      ownCatalog: loaded.ownText,
    },
    { ...hidden, names: false, progress: true, catalog: true },
    { hasCatalog: false, notDoneThere: 0 },
  );
  return holds;
}
