/**
 * Does the page still look as it did? Pictures that between them hold each width, both colours, small and large fleets,
 * short and long plans, and what is shown where there is none. `npm run pictures` takes them anew: look at each.
 */
import type { Page } from '@playwright/test';
import { expect, test, type Workspace } from './workspace';

interface Picture {
  readonly name: string;
  readonly width: 1440 | 1024 | 390;
  readonly colours: 'light' | 'dark';
  readonly show: (workspace: Workspace, page: Page) => Promise<void>;
}

const HEIGHTS = { 1440: 900, 1024: 768, 390: 844 };
const CONSUMERS = ['kubelet', 'kube-proxy', 'kubectl'];
const MINORS = ['1.22.17', '1.21.14'];

/** Each entry another one of few ways, as fleets are. */
function fleetOf(count: number): string {
  const others = Array.from({ length: count - 1 }, (_, i) => {
    const component = CONSUMERS[i % CONSUMERS.length];
    return {
      name: `${component}-${i}`,
      component,
      version: MINORS[(i * 7) % MINORS.length],
      count: 1 + (i % 9),
    };
  });
  const server = { name: 'control-plane', component: 'kube-apiserver', version: '1.22.17', count: 3 };
  return JSON.stringify({
    format: 'causeway/inventory@1',
    product: 'kubernetes',
    entries: [server, ...others],
  });
}

/** A picture is of what is there in the end: what is worked out beside the plan arrives after it. */
async function expectAllAnswers(workspace: Workspace, page: Page) {
  await expect(workspace.targets).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByText(/would be skipped|would not help|The server would go/).first()).toBeVisible();
}

async function openSample(workspace: Workspace, page: Page, sample: string) {
  await workspace.open(sample);
  await expectAllAnswers(workspace, page);
}

async function openFleet(workspace: Workspace, page: Page, count: number, target: string) {
  await workspace.open();
  await workspace.bringFile('fleet.json', fleetOf(count));
  await page.getByRole('button', { name: /^Take \d+/ }).click();
  await workspace.chooseTarget(target);
  await workspace.expectVerified();
  await expectAllAnswers(workspace, page);
}

async function block(workspace: Workspace, page: Page) {
  await openSample(workspace, page, 'worked-example');
  await workspace.more('billing');
  await page.getByRole('textbox', { name: 'Why billing is pinned' }).fill('vendor image');
  await expect(workspace.plan.getByText('There is no safe plan.')).toBeVisible();
  await workspace.more('billing');
  await expect(page.getByRole('textbox', { name: 'Why billing is pinned' })).toBeHidden();
  await expectAllAnswers(workspace, page);
}

async function scrollToPlan(workspace: Workspace, page: Page) {
  await expectAllAnswers(workspace, page);
  const top = () =>
    workspace.plan.evaluate((plan) => {
      plan.scrollIntoView({ block: 'start' });
      const margin = Number.parseFloat(getComputedStyle(plan).scrollMarginTop);
      return Math.abs(plan.getBoundingClientRect().top - margin);
    });
  await expect.poll(top).toBeLessThan(1);
}

const PICTURES: readonly Picture[] = [
  {
    name: 'nothing entered',
    width: 1440,
    colours: 'light',
    show: async (workspace, page) => {
      await workspace.open();
      await expect(page.getByRole('button', { name: /^Worked example/ })).toBeVisible();
    },
  },
  {
    name: 'nothing entered',
    width: 390,
    colours: 'dark',
    show: async (workspace, page) => {
      await workspace.open();
      await expect(page.getByRole('button', { name: /^Worked example/ })).toBeVisible();
    },
  },
  {
    name: 'loading',
    width: 1024,
    colours: 'dark',
    show: async (_, page) => {
      await page.route('**/catalogs/worked-example.json', () => {});
      await page.goto('./#sample=worked-example');
      await expect(page.getByText('Opening…')).toBeVisible();
    },
  },
  {
    name: 'broken catalog',
    width: 1024,
    colours: 'light',
    show: async (_, page) => {
      await page.route('**/catalogs/waypoint.json', async (route) => {
        const catalog = await (await route.fetch()).json();
        catalog.releases[0].version = 'newest';
        catalog.disruption = ['nobody'];
        await route.fulfill({ json: catalog });
      });
      await page.goto('./');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: '5 entries in 4 stages',
    width: 1440,
    colours: 'light',
    show: (workspace, page) => openSample(workspace, page, 'worked-example'),
  },
  {
    name: '5 entries in 4 stages',
    width: 1440,
    colours: 'dark',
    show: (workspace, page) => openSample(workspace, page, 'worked-example'),
  },
  {
    name: '5 entries in 4 stages',
    width: 390,
    colours: 'light',
    show: (workspace, page) => openSample(workspace, page, 'worked-example'),
  },
  {
    name: 'plan of 4 stages',
    width: 390,
    colours: 'dark',
    show: async (workspace, page) => {
      await openSample(workspace, page, 'worked-example');
      await scrollToPlan(workspace, page);
    },
  },
  {
    name: '1 stage',
    width: 1024,
    colours: 'light',
    show: async (workspace, page) => {
      await openSample(workspace, page, 'worked-example');
      await workspace.chooseTarget('5.4.0');
      await workspace.expectVerified();
      await scrollToPlan(workspace, page);
    },
  },
  {
    name: '50 entries in 12 stages',
    width: 1440,
    colours: 'light',
    show: (workspace, page) => openFleet(workspace, page, 50, '1.28.15'),
  },
  {
    name: '500 entries in 12 stages',
    width: 1440,
    colours: 'dark',
    show: (workspace, page) => openFleet(workspace, page, 500, '1.28.15'),
  },
  {
    name: '500 entries in 12 stages',
    width: 390,
    colours: 'light',
    show: async (workspace, page) => {
      await openFleet(workspace, page, 500, '1.28.15');
      await scrollToPlan(workspace, page);
    },
  },
  { name: 'blocked', width: 1440, colours: 'light', show: block },
  {
    name: 'blocked',
    width: 390,
    colours: 'dark',
    show: async (workspace, page) => {
      await block(workspace, page);
      await scrollToPlan(workspace, page);
    },
  },
  {
    name: 'today',
    width: 1440,
    colours: 'dark',
    show: async (workspace, page) => {
      await openSample(workspace, page, 'waypoint');
      await page.getByRole('radiogroup', { name: 'Shown beside the inventory' }).getByText('Today').click();
      await expect(
        page.getByRole('region', { name: 'Today', exact: true }).getByRole('table').first(),
      ).toBeVisible();
    },
  },
];

for (const { name, width, colours, show } of PICTURES) {
  test.describe(`${width} wide, ${colours}`, () => {
    test.use({ colorScheme: colours, viewport: { width, height: HEIGHTS[width] } });

    test(`${name} looks as it did`, async ({ workspace, page }) => {
      await page.clock.setFixedTime(new Date('2026-06-01T12:00:00Z'));
      await show(workspace, page);
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.fonts.ready);
      await expect(page).toHaveScreenshot(`${name.replaceAll(' ', '-')}-${width}-${colours}.png`);
    });
  });
}
