/** What the palette finds: commands, and all that has a name here and now. */
import { type Listing, removeOwnCatalog } from '../catalogs/own-catalogs';
import type { Catalog } from '../engine/model/catalog';
import { type Command, sayKeys } from '../features/commands/command';
import type { PaletteItem } from '../features/commands/command-palette';
import { showRow } from '../features/inventory/show-row';
import { planOpenNow } from '../session/open-plan';
import { listAllPlans, nameOfPlan, openPlan } from '../session/plans';
import { chooseCatalog, sessionStore, setGoal } from '../session/store';
import * as texts from '../texts/commands';
import * as pageTexts from '../texts/page';
import { goTo, goToWhole } from '../ui/go-to';
import { notifyToTakeBack } from '../ui/notices';
import { goToPart } from './go-to-part';

/** Steps as they stand on the page. */
function stepItems(): PaletteItem[] {
  return [...document.querySelectorAll<HTMLElement>('#plan li[id^="step-"]')].map((step) => ({
    id: step.id,
    title: [...(step.querySelector('h4')?.children ?? [])].map((part) => part.textContent.trim()).join(' '),
    group: texts.step,
    run: () => {
      goToPart('plan');
      goToWhole(step.id);
    },
  }));
}

export function paletteItems(
  commands: readonly Command[],
  listings: readonly Listing[],
  catalog: Catalog | undefined,
  isMac: boolean,
): readonly PaletteItem[] {
  const { rows, goal } = sessionStore.getState();
  const hasRows = rows.length > 0;
  return [
    ...commands
      .filter((command) => command.id !== 'palette' && command.isAvailable())
      .map(({ id, title, group, keys, run }) => ({
        id,
        title,
        group,
        keys: keys?.[0] === undefined ? undefined : sayKeys(keys[0], isMac),
        run,
      })),
    ...stepItems(),
    ...(hasRows ? (catalog?.releases ?? []) : [])
      .map(({ version }) => version)
      .filter((version) => version !== goal.target)
      .reverse()
      .map((version) => ({
        id: `target-${version}`,
        title: version,
        group: texts.target,
        detail: texts.upgradeToIt,
        run: () => {
          setGoal({ target: version });
          goTo('target');
        },
      })),
    ...rows.map(({ id, name, component, version }) => ({
      id: `row-${id}`,
      title: name.trim() || texts.noName,
      group: texts.entry,
      detail: `${component} ${version}`,
      run: () => showRow(id, 'name'),
    })),
    ...listAllPlans()
      .filter(({ id }) => id !== planOpenNow())
      .map((plan) => ({
        id: `plan-${plan.id}`,
        title: nameOfPlan(plan),
        group: texts.plansGroup,
        detail: texts.openPlan(plan.entries, plan.target),
        run: () => void openPlan(plan.id),
      })),
    ...listings.map(({ id, name }) => ({
      id: `catalog-${id}`,
      title: name,
      group: texts.product,
      detail: texts.goByCatalog,
      run: () => chooseCatalog(id),
    })),
    ...listings
      .filter(({ ownDigest }) => ownDigest !== undefined)
      .map(({ id, name }) => ({
        id: `remove-catalog-${id}`,
        title: texts.removeCatalog(name),
        group: texts.product,
        run: () =>
          notifyToTakeBack(texts.catalogRemoved(name), {
            label: pageTexts.bringBack,
            run: removeOwnCatalog(id),
          }),
      })),
  ];
}
