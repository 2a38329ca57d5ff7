import { describe, expect, it } from 'vitest';
import { buildCatalog, loadShipped } from '../testing/build';
import { findChart, splitChart } from './find-chart';

const waypoint = loadShipped('waypoint').catalog;

/** The server's version, or why there is none. */
function serverOf(chart: string, appVersion: string, catalog = waypoint): string {
  const found = findChart(catalog, chart, appVersion);
  return found.kind === 'found' ? (found.chart.components.server ?? 'none') : found.kind;
}

describe('splitChart', () => {
  it.each([
    ['waypoint-0.1.21', 'waypoint', '0.1.21'],
    ['ingress-nginx-4.7.1', 'ingress-nginx', '4.7.1'],
    ['web-2-1.2.3-rc.1', 'web-2', '1.2.3-rc.1'],
    ['web-v1.2.3', 'web', 'v1.2.3'],
    ['web-1.2.3+build-4.5.6', 'web', '1.2.3+build-4.5.6'],
  ])('splits %s', (text, name, version) => {
    expect(splitChart(text)).toEqual({ name, version });
  });

  it.each(['waypoint', '0.1.21', '-0.1.21', 'waypoint-1.2', ''])('finds no version in %j', (text) => {
    expect(splitChart(text)).toBeUndefined();
  });
});

describe('findChart', () => {
  it.each([
    ['waypoint-0.1.20', '0.11.2', '0.11.2'],
    ['waypoint-0.1.20', '', '0.11.2'],
    ['waypoint-0.1.20', 'v0.11.2', '0.11.2'],
    ['waypoint-0.1.16', '0.10.4', '0.10.3'],
    ['waypoint-0.1.21', '0.11.3', '0.11.3'],
    ['waypoint-0.1.21', '0.11.4', '0.11.4'],
    ['waypoint-0.1.1', '0.7.0', '0.7.0'],
    ['waypoint-0.1.21', '', 'ambiguous'],
    ['waypoint-0.1.21', '0.11.2', 'unlisted'],
    ['waypoint-0.1.20', '0.11.3', 'unlisted'],
    ['waypoint-9.9.9', '0.11.3', 'unlisted'],
    ['consul-0.1.20', '0.11.2', 'foreign'],
    ['waypoint-extra-0.1.20', '0.11.2', 'foreign'],
    ['waypoint', '0.11.2', 'foreign'],
  ])('takes %s with app version %j for %s', (chart, appVersion, expected) => {
    expect(serverOf(chart, appVersion)).toBe(expected);
  });

  it('takes a chart that says no app version for any', () => {
    const catalog = buildCatalog({
      charts: [{ name: 'demo', version: '1.0.0', components: { server: '1.0.0' } }],
    });
    expect(serverOf('demo-1.0.0', 'something', catalog)).toBe('1.0.0');
  });
});
