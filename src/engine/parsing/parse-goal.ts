/**
 * Is this a goal that can be planned for?
 *
 * A target that the catalog does not list, or says to avoid, is a goal that is blocked, not an unusable one. Going back
 * is unusable: plans only upgrade (docs/formats.md, Plan). Source: docs/formats.md, Goal.
 */
import {
  type Catalog,
  compareVersions,
  formatPath,
  type Goal,
  GoalSchema,
  type Inventory,
  type Parsed,
  type ParsedGoal,
  type Problem,
  readVersion,
  UnusableInput,
} from '../model';
import { readSchema } from './read-schema';

export function parseGoal(json: unknown, catalog: Catalog, inventory: Inventory): Parsed<ParsedGoal> {
  const read = readSchema(GoalSchema, json);
  if (!read.ok) return read;
  const goal = read.value;
  const problems: Problem[] = [];
  const report = (code: string, path: readonly (string | number)[], message: string) => {
    problems.push({ code, path: formatPath(path), message });
  };
  const checkTarget = (path: readonly (string | number)[], text: string, deployed: string, name: string) => {
    const version = readVersion(text);
    if (version === undefined) {
      report('not-a-version', path, `"${text}" is not a version. Expected one like "1.2.3".`);
    } else if (compareVersions(version, deployed) < 0) {
      report(
        'below-deployed',
        path,
        `${version} is below ${deployed}, which ${name} runs. A plan only upgrades.`,
      );
    }
    return version ?? text;
  };

  const server = inventory.entries.find((entry) => catalog.components[entry.component]?.role === 'server');
  if (server !== undefined) goal.target = checkTarget(['target'], goal.target, server.version, server.name);
  for (const [name, target] of Object.entries(goal.entries)) {
    const entry = inventory.entries.find((candidate) => candidate.name === name);
    if (entry === undefined) {
      report('unknown-entry', ['entries', name], `The inventory has no entry "${name}".`);
      continue;
    }
    const version = checkTarget(['entries', name], target, entry.version, name);
    goal.entries[name] = version;
    if (
      entry === server &&
      readVersion(target) !== undefined &&
      compareVersions(version, goal.target) !== 0
    ) {
      report(
        'two-targets',
        ['entries', name],
        `${name} is the server: its version is the target, ${goal.target}.`,
      );
    }
  }
  for (const [i, id] of (goal.disruption ?? []).entries()) {
    if (!Object.hasOwn(catalog.components, id)) {
      report('unknown-component', ['disruption', i], `The catalog has no component "${id}".`);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: goal };
}

/** The goal with its defaults; throws `UnusableInput` for what `parseGoal` refuses. */
export function requireGoal(goal: Goal, catalog: Catalog, inventory: Inventory): ParsedGoal {
  const parsed = parseGoal(goal, catalog, inventory);
  if (!parsed.ok) throw new UnusableInput(parsed.problems);
  return parsed.value;
}
