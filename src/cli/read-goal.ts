/** Makes the goal of the options of a call, and of what a plan file says of it. */
import { type Catalog, type Inventory, type ParsedGoal, parseGoal } from '../engine';
import { readPairs, type Values } from './options';
import { formatProblem, UnusableCall } from './read-input';

const OPTION_OF: Readonly<Record<string, string>> = {
  target: '--target',
  consumers: '--consumers',
  entries: '--entry',
};

/** What the options say of the goal; only what is given is there. */
export function goalOptions(values: Values): Readonly<Record<string, unknown>> {
  const entries = readPairs('entry', values.entry);
  return {
    ...(values.target !== undefined && { target: values.target }),
    ...(values.consumers !== undefined && { consumers: values.consumers }),
    ...(Object.keys(entries).length > 0 && { entries }),
    ...(values['allow-skips'] === true && { allowSkips: true }),
    ...(values.prereleases === true && { prereleases: true }),
  };
}

/** A goal that a file says. */
export interface StoredGoal {
  readonly file: string;
  readonly goal: Readonly<Record<string, unknown>>;
}

/** Options win over what is stored, field by field. A problem is said with the option or the file that it comes from. */
export function readGoal(
  options: Readonly<Record<string, unknown>>,
  stored: StoredGoal | undefined,
  catalog: Catalog,
  inventory: Inventory,
): ParsedGoal {
  const goal = parseGoal({ ...stored?.goal, ...options }, catalog, inventory);
  if (goal.ok) return goal.value;
  throw new UnusableCall(
    goal.problems.map(({ path, message }) => {
      const field = path.split(/[.[]/)[0] ?? '';
      if (stored === undefined || Object.hasOwn(options, field)) {
        return `${OPTION_OF[field] ?? path}: ${message}`;
      }
      return formatProblem(stored.file, { path: `goal.${path}`, message });
    }),
  );
}
