/** What does a link hold, line by line, for whoever is about to share it? */
import { EXTERNAL, type Hidden } from '../../formats/plan-link/pseudonyms';
import type { MadeLink, SharedPlan } from '../../formats/plan-link/shared-plan';
import { readProgress } from '../../formats/plan-progress';
import { formatList } from '../../formats/wording/names';
import { pickFields, ROW_ROUTES } from '../../session/field-table';
import { EMPTY_ROW } from '../../session/inputs';
import * as texts from '../../texts/link-holds';

const NAMES_SHOWN = 3;
const LONGEST_NAME = 40;
/** Fields of an entry that a link carries. */
const CARRIED = new Set(Object.keys(pickFields(EMPTY_ROW, ROW_ROUTES, 'link')));

function listSome(names: readonly string[]): string {
  const some = names
    .slice(0, NAMES_SHOWN)
    .map((text) => (text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text));
  return names.length > NAMES_SHOWN
    ? texts.someAndMore(some.join(', '), names.length - NAMES_SHOWN)
    : formatList(some);
}

export interface Linked {
  readonly holds: readonly string[];
  readonly leftOut: readonly string[];
}

/** `made`: the link, where it is there already: only then is it known what fits into it. */
export function describeLinked(
  { catalog, inventory, goal, plan, mark, parameters, progress, ownCatalog }: SharedPlan,
  hidden: Hidden,
  made: Pick<MadeLink, 'hasCatalog' | 'notDoneThere'> | undefined,
): Linked {
  const { entries, facts } = inventory;
  const names = hidden.names ? texts.withoutNames : texts.byName(listSome(entries.map(({ name }) => name)));
  const labels = [...new Set(entries.flatMap((entry) => Object.keys(entry.labels ?? {})))];
  const reasons = entries.filter(({ pinned = '' }) => pinned !== '').length;
  const origins = entries.filter(({ source = EXTERNAL }) => source !== EXTERNAL).length;
  const external = entries.filter(({ source }) => source === EXTERNAL).length;
  const exact = Object.keys(goal.entries).length;
  const notes = [
    ...(inventory.name === undefined ? [] : [texts.inventoryName(listSome([inventory.name]))]),
    ...(reasons === 0 ? [] : [texts.whyPinned(reasons)]),
    ...(origins === 0 ? [] : [texts.whereFrom(origins)]),
  ];
  const answers = Object.keys(facts).length;
  const lost = made?.notDoneThere ?? 0;
  const done = readProgress(plan, progress).done.size - lost;
  const values = Object.keys(parameters)
    .filter((id) => parameters[id]?.trim() !== '')
    .map((id) => (Object.hasOwn(catalog.parameters, id) && catalog.parameters[id]?.name) || id);
  const other = [
    ...new Set(entries.flatMap((entry) => Object.keys(entry).filter((key) => !CARRIED.has(key)))),
  ];
  return {
    holds: [
      texts.entries(entries.length, names),
      texts.ofEach,
      ...(external === 0 ? [] : [texts.builtElsewhere(external)]),
      ...(labels.length === 0 || hidden.labels ? [] : [texts.labels(listSome(labels))]),
      ...(notes.length === 0 || hidden.notes ? [] : [texts.notes(formatList(notes))]),
      ...(answers === 0 ? [] : [texts.answers(answers)]),
      ...(values.length === 0 || hidden.parameters ? [] : [texts.values(values.length, listSome(values))]),
      texts.whereTo(
        formatList([
          goal.target,
          ...(exact === 0 ? [] : [texts.exactVersions(exact)]),
          ...(goal.disruption === undefined ? [] : [texts.worstToMove]),
        ]),
      ),
      texts.planNow(
        plan.status === 'blocked' ? texts.blocked : texts.steps(plan.steps.length),
        mark.id,
        mark.updated,
      ),
      ...(done === 0 || hidden.progress ? [] : [texts.stepsDone(done, plan.steps.length)]),
      ...(ownCatalog !== undefined && made?.hasCatalog === true
        ? [texts.ownCatalog(listSome([catalog.name]))]
        : []),
    ],
    leftOut: [
      ...other.map((field) => `"${field.slice(0, LONGEST_NAME)}"`),
      ...(lost === 0 ? [] : [texts.notDoneThere(lost)]),
      ...(ownCatalog === undefined || made?.hasCatalog !== false
        ? []
        : [hidden.catalog ? texts.catalogFile : texts.catalogTooLong]),
    ],
  };
}
