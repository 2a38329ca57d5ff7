import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../testing/build';
import { compareCosts, disruptionOrder, nameCost } from './cost';

const catalog = buildCatalog({
  components: {
    agent: { name: 'Agent', role: 'agent', speaks: ['api'] },
    server: { name: 'Server', role: 'server' },
    client: { name: 'Client', role: 'client', speaks: ['api'] },
  },
  disruption: ['client', 'server'],
});

describe('the order of disruption', () => {
  it("is the catalog's, then what it does not name as it lists it", () => {
    expect(disruptionOrder(catalog, {})).toEqual(['client', 'server', 'agent']);
  });

  it("is the goal's first, and names nothing twice", () => {
    expect(disruptionOrder(catalog, { disruption: ['server'] })).toEqual(['server', 'client', 'agent']);
  });
});

describe('compareCosts', () => {
  it('lets the first difference decide, however large those after it', () => {
    expect(compareCosts([1, 90], [2, 0])).toBeLessThan(0);
    expect(compareCosts([2, 0], [1, 90])).toBeGreaterThan(0);
    expect(compareCosts([2, 7, 1], [2, 7, 3])).toBeLessThan(0);
    expect(compareCosts([2, 7, 3], [2, 7, 3])).toBe(0);
  });

  it('takes what the second does not have for nothing', () => {
    expect(compareCosts([0, 1], [])).toBeGreaterThan(0);
    expect(compareCosts([0, 0], [])).toBe(0);
    expect(compareCosts([], [1])).toBe(0);
  });
});

describe('nameCost', () => {
  it('names what moves, in the order of disruption, and the steps', () => {
    expect(nameCost([40, 0, 12, 4], ['entrypoint', 'server', 'client'])).toEqual({
      moved: [
        { component: 'entrypoint', instances: 40 },
        { component: 'client', instances: 12 },
      ],
      steps: 4,
    });
  });

  it('is nothing where nothing moves', () => {
    expect(nameCost([0, 0], ['server'])).toEqual({ moved: [], steps: 0 });
    expect(nameCost([], ['server'])).toEqual({ moved: [], steps: 0 });
  });
});
