/** How long does planning take in Node? */
import { type Goal, planUpgrade, reach } from '../src/engine';
import { printHead, printRow, timeCalls, verdictOn } from './statistics';
import { fleetOf, loadWaypoint } from './waypoint-fleet';

const WITHIN_MS = 5;

const catalog = loadWaypoint();
const goals: [string, Goal][] = [
  ['only what must move', { target: '0.11.4' }],
  ['everything comes along', { target: '0.11.4', consumers: 'align' }],
];

printHead();
for (const size of [5, 50, 200]) {
  const inventory = fleetOf(catalog, size);
  for (const [story, goal] of goals) {
    const plan = planUpgrade(catalog, inventory, goal);
    if (plan.status !== 'ready' || plan.optimality !== 'proven')
      throw new Error(`no proven plan for ${size} entries`);
    const spread = timeCalls(() => planUpgrade(catalog, inventory, goal), 60);
    const isKept = spread.median <= WITHIN_MS;
    const isQuoted = size === 50 && goal.consumers === undefined;
    const verdict = isQuoted ? `(at most ${WITHIN_MS}: ${verdictOn(isKept)})` : '';
    if (isQuoted && !isKept) process.exitCode = 1;
    printRow(`plan 0.1.3 → 0.11.4, ${size} different entries, ${story}`, spread, verdict);
  }
  printRow(
    `reach, all releases, ${size} different entries`,
    timeCalls(() => reach(catalog, inventory), 20),
  );
}
