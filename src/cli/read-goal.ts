/** Makes the goal of the options of a call, or of what a plan file says of it. */
import { type Catalog, type Inventory, type ParsedGoal, parseGoal } from '../engine';
import { readPairs, type Values } from './options';
import { formatProblem, UnusableCall } from './read-input';

const OPTION_OF: Record<string, string> = {
  target: '--target',
  consumers: '--consumers',
  entries: '--entry',
};

/** What the options say of the goal; only what is given is there. */
export function goalOptions(values: Values): Record<string, unknown> {
  const entries = readPairs('entry', values.entry);
  return {
    ...(values.target !== undefined && { target: values.target }),
    ...(values.consumers !== undefined && { consumers: values.consumers }),
    ...(Object.keys(entries).length > 0 && { entries }),
    ...(values['allow-skips'] === true && { allowSkips: true }),
    ...(values.prereleases === true && { prereleases: true }),
  };
}

/** `origin` names where the goal was said, for messages. */
export function readGoal(json: unknown, catalog: Catalog, inventory: Inventory, origin: string): ParsedGoal {
  const goal = parseGoal(json, catalog, inventory);
  if (goal.ok) return goal.value;
  throw new UnusableCall(
    goal.problems.map(({ path, message }) => {
      const option = OPTION_OF[path.split(/[.[]/)[0] ?? ''];
      return origin === 'options' && option !== undefined
        ? `${option}: ${message}`
        : formatProblem(origin, { path, message });
    }),
  );
}
