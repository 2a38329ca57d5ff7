/** What does a link hold, line by line, for whoever is about to share it? */
import type { Catalog } from '../../engine/model/catalog';
import type { ParsedGoal } from '../../engine/model/goal';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan } from '../../engine/model/plan';
import type { Parameters } from '../../formats/placeholder-values';
import type { CatalogMark } from '../../formats/plan-file';
import type { Hidden } from '../../formats/plan-link/pseudonyms';
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

interface Describable {
  readonly catalog: Pick<Catalog, 'parameters'>;
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
  readonly plan: Plan;
  readonly mark: CatalogMark;
  readonly parameters: Parameters;
}

export interface Linked {
  readonly holds: readonly string[];
  readonly leftOut: readonly string[];
}

export function describeLinked(
  { catalog, inventory, goal, plan, mark, parameters }: Describable,
  hidden: Hidden,
): Linked {
  const { entries, facts } = inventory;
  const names = hidden.names
    ? 'without their names'
    : `by name: ${listSome(entries.map(({ name }) => name))}`;
  const labels = [...new Set(entries.flatMap((entry) => Object.keys(entry.labels ?? {})))];
  const reasons = entries.filter(({ pinned = '' }) => pinned !== '').length;
  const exact = Object.keys(goal.entries).length;
  const notes = [
    ...(inventory.name === undefined ? [] : [`the inventory’s name, ${listSome([inventory.name])}`]),
    ...(reasons === 0
      ? []
      : [reasons === 1 ? 'why 1 entry may not move' : `why ${reasons} entries may not move`]),
  ];
  const answers = Object.keys(facts).length;
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
    ],
    leftOut: other.map((field) => `"${field.slice(0, LONGEST_NAME)}"`),
  };
}
