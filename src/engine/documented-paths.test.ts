/**
 * Do the shipped catalogs give the upgrade paths that their vendors document?
 *
 * Every plan is replayed by the verifier. Sources: the version skew policy of Kubernetes, the upgrade instructions of
 * Consul and its table of Envoy versions, the API version matrix and release notes of Docker Engine, and the issues that
 * its clients' catalogs name.
 */
import { describe, expect, it } from 'vitest';
import { buildInventory, loadShipped } from '../testing/build';
import type { Catalog, Goal, Plan } from './model';
import { planUpgrade } from './plan-upgrade';
import { verifyPlan } from './verification/verify-plan';

/** The plan for entries given as `name component version`, the server first. */
function planFor(catalog: Catalog, entries: readonly string[], goal: Goal): Plan {
  const fleet = entries.map((text) => {
    const [name, component, version] = text.split(' ');
    return { name, component, version };
  });
  const inventory = buildInventory(catalog, fleet);
  const plan = planUpgrade(catalog, inventory, goal);
  if (plan.status !== 'blocked') {
    expect(verifyPlan(catalog, inventory, goal, plan)).toMatchObject({ ok: true });
    expect(plan.optimality).toBe('proven');
  }
  return plan;
}

/** `name→version`, in order. */
const stepsOf = (plan: Plan) => plan.steps.map(({ entry, to }) => `${entry}→${to}`);
/** The versions that one entry goes through. */
const wayOf = (plan: Plan, name: string) =>
  plan.steps.flatMap(({ entry, to }) => (entry === name ? [to] : []));

describe('Kubernetes', () => {
  const { catalog } = loadShipped('kubernetes');

  it('takes the API server through every minor', () => {
    const plan = planFor(catalog, ['api kube-apiserver 1.24.17'], { target: '1.28.15' });
    expect(wayOf(plan, 'api')).toEqual(['1.25.16', '1.26.15', '1.27.16', '1.28.15']);
  });

  it('leaves kubelets of 1.25 where they are up to 1.28, three minors behind', () => {
    const plan = planFor(catalog, ['api kube-apiserver 1.25.16', 'nodes kubelet 1.25.16'], {
      target: '1.28.15',
    });
    expect(stepsOf(plan)).toEqual(['api→1.26.15', 'api→1.27.16', 'api→1.28.15']);
  });

  it('moves kubelets of 1.24 before the API server gets to 1.27: they may be two minors behind', () => {
    const plan = planFor(catalog, ['api kube-apiserver 1.24.17', 'nodes kubelet 1.24.17'], {
      target: '1.28.15',
    });
    const order = stepsOf(plan);
    const moved = order.findIndex((step) => step.startsWith('nodes'));
    expect(moved).toBeGreaterThan(-1);
    expect(moved).toBeLessThan(order.indexOf('api→1.27.16'));
    expect(wayOf(plan, 'nodes')).toHaveLength(1);
  });

  it('keeps controller manager and scheduler within one minor, never ahead', () => {
    const plan = planFor(
      catalog,
      [
        'api kube-apiserver 1.26.15',
        'manager kube-controller-manager 1.26.15',
        'scheduler kube-scheduler 1.26.15',
      ],
      { target: '1.28.15' },
    );
    expect(stepsOf(plan)).toEqual(['api→1.27.16', 'scheduler→1.27.16', 'manager→1.27.16', 'api→1.28.15']);
  });

  it('lets kubectl be one minor ahead or behind', () => {
    const ahead = planFor(catalog, ['api kube-apiserver 1.27.16', 'cli kubectl 1.28.15'], {
      target: '1.29.15',
    });
    expect(wayOf(ahead, 'cli')).toEqual([]);
    const behind = planFor(catalog, ['api kube-apiserver 1.27.16', 'cli kubectl 1.26.15'], {
      target: '1.28.15',
    });
    expect(wayOf(behind, 'cli')).toHaveLength(1);
  });

  it('is blocked by nodes that cannot be drained and are too far behind', () => {
    const plan = planFor(catalog, ['api kube-apiserver 1.28.15', 'nodes kubelet 1.25.16'], {
      target: '1.29.15',
      entries: { nodes: '1.25.16' },
    });
    expect(plan.status).toBe('blocked');
    expect(plan.causes).toMatchObject([{ code: expect.any(String), entry: 'nodes' }]);
  });
});

describe('Consul', () => {
  const { catalog } = loadShipped('consul');

  it('goes from 1.3.1 to 1.12.9 by the last patches of 1.6, 1.8 and 1.10', () => {
    const plan = planFor(catalog, ['servers consul-server 1.3.1'], { target: '1.12.9' });
    expect(wayOf(plan, 'servers')).toEqual(['1.6.10', '1.8.19', '1.10.12', '1.12.9']);
  });

  it('goes straight from 1.8.19 to 1.10.12 without a mesh', () => {
    const plan = planFor(catalog, ['servers consul-server 1.8.19', 'agents consul-client 1.8.19'], {
      target: '1.10.12',
    });
    expect(stepsOf(plan)).toEqual(['servers→1.10.12']);
  });

  it('needs 1.9.17 as a bridge where Envoy 1.14 runs: the windows of 1.8 and 1.10 do not overlap', () => {
    const plan = planFor(catalog, ['servers consul-server 1.8.19', 'sidecars envoy 1.14.0'], {
      target: '1.10.12',
    });
    expect(wayOf(plan, 'servers')).toEqual(['1.9.17', '1.10.12']);
    expect(stepsOf(plan)[1]).toMatch(/^sidecars→1\.1[56]\.0$/);
  });

  it('passes 1.10, which alone speaks both generations of xDS, on the way from Envoy 1.16 to 1.11', () => {
    const plan = planFor(catalog, ['servers consul-server 1.9.17', 'sidecars envoy 1.16.0'], {
      target: '1.11.11',
    });
    expect(wayOf(plan, 'servers')).toEqual(['1.10.12', '1.11.11']);
  });
});

describe('Docker Engine', () => {
  const { catalog } = loadShipped('docker-engine');

  it('needs a bridge among 25 to 28 from Testcontainers 2.0.1 to exactly 2.0.2', () => {
    const plan = planFor(catalog, ['daemon dockerd 24.0.0', 'tests testcontainers-java 2.0.1'], {
      target: '29.0.0',
      entries: { tests: '2.0.2' },
    });
    expect(stepsOf(plan)).toHaveLength(3);
    const [bridge, moved, last] = stepsOf(plan);
    expect(bridge).toMatch(/^daemon→2[5-8]\./);
    expect(moved).toBe('tests→2.0.2');
    expect(last).toBe('daemon→29.0.0');
  });

  it('needs none with 2.0.3, which tries both', () => {
    const plan = planFor(catalog, ['daemon dockerd 24.0.0', 'tests testcontainers-java 2.0.1'], {
      target: '29.0.0',
    });
    expect(stepsOf(plan)).toEqual(['tests→2.0.3', 'daemon→29.0.0']);
  });

  it('loses the CLI 19.03 with 29.0 and has it back with 29.3', () => {
    const entries = ['daemon dockerd 28.5.0', 'cli docker-cli 19.03.0'];
    const kept = { entries: { cli: '19.03.0' } };
    expect(planFor(catalog, entries, { target: '29.0.0', ...kept }).status).toBe('blocked');
    expect(stepsOf(planFor(catalog, entries, { target: '29.3.0', ...kept }))).toEqual(['daemon→29.3.0']);
  });

  it('has no Traefik 3.6.0 on 29 and no 3.6.1 on 27', () => {
    const on29 = planFor(catalog, ['daemon dockerd 28.5.0', 'proxy traefik 3.6.0'], { target: '29.0.0' });
    expect(wayOf(on29, 'proxy')).toHaveLength(1);
    const on27 = planFor(catalog, ['daemon dockerd 26.0.0', 'proxy traefik 3.6.0'], {
      target: '27.5.0',
      entries: { proxy: '3.6.1' },
    });
    expect(on27.status).toBe('blocked');
  });
});
