/** How long does planning take in Node? */
import { type Goal, planUpgrade, reach } from '../src/engine';
import { printHead, printRow, timeCalls, verdictOn } from './statistics';
import { fleetOf, loadWaypoint } from './waypoint-fleet';

const WITHIN_MS = 5;
/** For what each release would take, with the fleet that the README names. */
const REACH_WITHIN_MS = 50;
const QUOTED = 50;

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
    const isQuoted = size === QUOTED && goal.consumers === undefined;
    const verdict = isQuoted ? `(at most ${WITHIN_MS}: ${verdictOn(spread.median <= WITHIN_MS)})` : '';
    printRow(`plan 0.1.3 → 0.11.4, ${size} different entries, ${story}`, spread, verdict);
  }
  for (const [story, { target: _, ...wishes }] of goals) {
    const reached = reach(catalog, inventory, wishes);
    if (reached.some(({ optimality }) => optimality !== 'proven'))
      throw new Error(`not all of what ${size} entries can reach is proven`);
    const spread = timeCalls(() => reach(catalog, inventory, wishes), 20);
    const verdict =
      size === QUOTED && wishes.consumers === undefined
        ? `(at most ${REACH_WITHIN_MS}: ${verdictOn(spread.median <= REACH_WITHIN_MS)})`
        : '';
    printRow(`reach, ${reached.length} releases, ${size} different entries, ${story}`, spread, verdict);
  }
}
