/**
 * A problem that takes the planner long: several components, each with a protocol of its own whose ranges rise at their own
 * pace, with so many exceptions that no bound is sharp. The same one every time.
 */
import type { Draft } from './build';

const IDS = 'abcdefgh';

export interface HardProblem {
  readonly catalog: Draft;
  readonly entries: readonly Draft[];
  readonly target: string;
}

/** `components`: 8 at most. `entries`: of each component. */
export function makeHardProblem(components: number, releases: number, entries: number): HardProblem {
  const ids = IDS.slice(0, components).split('');
  let state = 5;
  const draw = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const consumers = ids.map((id) => [`of-${id}`, { name: id, role: 'client', speaks: [id] }]);
  return {
    catalog: {
      protocols: Object.fromEntries(ids.map((id) => [id, { name: id }])),
      components: { server: { name: 'Server', role: 'server' }, ...Object.fromEntries(consumers) },
      disruption: [...ids.map((id) => `of-${id}`), 'server'],
      releases: Array.from({ length: releases }, (_, i) => ({
        version: `1.${i}.0`,
        protocols: Object.fromEntries(
          ids.map((id, k) => {
            const current = 3 + Math.floor(i / (5 + k)) + (draw(3) === 0 ? draw(5) - 2 : 0);
            return [id, [Math.max(1, current - 2), current]];
          }),
        ),
      })),
    },
    entries: [
      { name: 'server', component: 'server', version: '1.0.0' },
      ...ids.flatMap((id) =>
        Array.from({ length: entries }, (_, i) => ({
          name: `${id}-${i}`,
          component: `of-${id}`,
          version: `1.${i}.0`,
          count: i + 1,
        })),
      ),
    ],
    target: `1.${releases - 1}.0`,
  };
}
