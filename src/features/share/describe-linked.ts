/** What does a link hold, line by line, for whoever is about to share it? */
import { EXTERNAL, type Hidden } from '../../formats/plan-link/pseudonyms';
import type { MadeLink, SharedPlan } from '../../formats/plan-link/shared-plan';
import { readProgress } from '../../formats/plan-progress';
import { formatCount, formatList } from '../../formats/wording/names';
import { pickFields, ROW_ROUTES } from '../../session/field-table';
import { EMPTY_ROW } from '../../session/inputs';

const NAMES_SHOWN = 3;
const LONGEST_NAME = 40;
/** Fields of an entry that a link carries. */
const CARRIED = new Set(Object.keys(pickFields(EMPTY_ROW, ROW_ROUTES, 'link')));

function listSome(texts: readonly string[]): string {
  const some = texts
    .slice(0, NAMES_SHOWN)
    .map((text) => (text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text));
  return texts.length > NAMES_SHOWN
    ? `${some.join(', ')} and ${texts.length - NAMES_SHOWN} more`
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
  const names = hidden.names
    ? 'without their names'
    : `by name: ${listSome(entries.map(({ name }) => name))}`;
  const labels = [...new Set(entries.flatMap((entry) => Object.keys(entry.labels ?? {})))];
  const reasons = entries.filter(({ pinned = '' }) => pinned !== '').length;
  const origins = entries.filter(({ source = EXTERNAL }) => source !== EXTERNAL).length;
  const external = entries.filter(({ source }) => source === EXTERNAL).length;
  const exact = Object.keys(goal.entries).length;
  const notes = [
    ...(inventory.name === undefined ? [] : [`the inventory’s name, ${listSome([inventory.name])}`]),
    ...(reasons === 0
      ? []
      : [reasons === 1 ? 'why 1 entry may not move' : `why ${reasons} entries may not move`]),
    ...(origins === 0
      ? []
      : [origins === 1 ? 'where 1 entry comes from' : `where ${origins} entries come from`]),
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
      `${entries.length === 1 ? '1 entry' : `${entries.length.toLocaleString('en')} entries`} ${names}`,
      'component, version, count and advertised protocols of each',
      ...(external === 0
        ? []
        : [
            external === 1
              ? 'that 1 entry is built elsewhere'
              : `that ${external} entries are built elsewhere`,
          ]),
      ...(labels.length === 0 || hidden.labels ? [] : [`labels: ${listSome(labels)}`]),
      ...(notes.length === 0 || hidden.notes ? [] : [`notes: ${formatList(notes)}`]),
      ...(answers === 0
        ? []
        : [answers === 1 ? '1 answer to a question' : `${answers} answers to questions`]),
      ...(values.length === 0 || hidden.parameters
        ? []
        : [
            `${values.length === 1 ? '1 value' : `${values.length} values`} for commands: ${listSome(values)}`,
          ]),
      `where to go: ${formatList([
        goal.target,
        ...(exact === 0 ? [] : [formatCount(exact, 'exact version')]),
        ...(goal.disruption === undefined ? [] : ['what is worst to move']),
      ])}`,
      `the plan as it is now, ${plan.status === 'blocked' ? 'blocked' : formatCount(plan.steps.length, 'step')}, and which catalog made it: ${mark.id} of ${mark.updated}`,
      ...(done === 0 || hidden.progress
        ? []
        : [
            `which steps are done: ${done.toLocaleString('en')} of ${plan.steps.length.toLocaleString('en')}`,
          ]),
      ...(ownCatalog !== undefined && made?.hasCatalog === true
        ? [`in the link, the file of your catalog ${listSome([catalog.name])}`]
        : []),
    ],
    leftOut: [
      ...other.map((field) => `"${field.slice(0, LONGEST_NAME)}"`),
      ...(lost === 0
        ? []
        : [
            `that ${formatCount(lost, 'step')} ${lost === 1 ? 'is' : 'are'} done, of which there is none in the plan with other names`,
          ]),
      ...(ownCatalog === undefined || made?.hasCatalog !== false
        ? []
        : [
            hidden.catalog
              ? 'the file of your catalog'
              : 'the file of your catalog, with which the link would be too long',
          ]),
    ],
  };
}
