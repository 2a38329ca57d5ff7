import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import type { ParsedGoal } from '../engine/model/goal';
import type { Inventory } from '../engine/model/inventory';
import { LinkedPlan } from '../features/share/linked-plan';
import type { AnsweredPlan } from '../formats/answered-plan';
import { compareWithLink } from '../formats/plan-link/compare-with-link';
import type { Hidden } from '../formats/plan-link/pseudonyms';
import { titleOf } from '../formats/plan-title';
import { pseudonymKey } from '../session/pseudonym-key';
import { useInputs } from '../session/store';
import * as texts from '../texts/desk';
import * as openingTexts from '../texts/opening';
import { Button } from '../ui/button';
import { deferred } from '../ui/deferred';
import { askPlan } from '../worker/engine-client';
import { dismissLink, useIsAsOpened, useOpenedLink } from './opened-link';
import { fileNameOf, saveFile } from './save-file';

const ShareDialog = deferred(async () => (await import('../features/share/share-dialog')).ShareDialog);

const ExportDialog = deferred(async () => (await import('../features/share/export-dialog')).ExportDialog);

export function markOf({ catalog, digest }: LoadedCatalog) {
  return { id: catalog.id, updated: catalog.updated, digest };
}

/** The button that leads to a link of the plan. */
export function ShareButton({ loaded, shown }: { loaded: LoadedCatalog; shown: AnsweredPlan }) {
  const [isOpen, setOpen] = useState(false);
  const parameters = useInputs((inputs) => inputs.parameters);
  const progress = useInputs((inputs) => inputs.progress);
  const lanes = useInputs((inputs) => inputs.view.lanes);
  const shared = useMemo(
    () => ({
      catalog: loaded.catalog,
      inventory: shown.inventory,
      goal: shown.goal,
      plan: shown.plan,
      mark: markOf(loaded),
      parameters,
      progress,
      view: { lanes },
      ownCatalog: loaded.ownText,
    }),
    [loaded, shown, parameters, progress, lanes],
  );
  const make = useCallback(
    async (hidden: Hidden) => {
      const { makeLink } = await import('../formats/plan-link/shared-plan');
      return makeLink(shared, hidden, {
        address: location.href.replace(/#.*$/s, ''),
        key: pseudonymKey(),
        planAgain: async (inventory: Inventory, goal: ParsedGoal) => {
          const { signal } = new AbortController();
          return (await askPlan(loaded.digest, loaded.catalog, inventory, goal, signal, () => {})).plan;
        },
      });
    },
    [shared, loaded],
  );
  return (
    <>
      <Button icon="link" data-command="share" onClick={() => setOpen(true)}>
        {texts.share}
      </Button>
      {isOpen && (
        <ShareDialog
          shared={shared}
          make={make}
          onSave={({ planText, title }) => saveFile({ name: fileNameOf(title, 'plan.json'), text: planText })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** The button that leads to what other programs take. */
export function ExportButton({ loaded, shown }: { loaded: LoadedCatalog; shown: AnsweredPlan }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="download" data-command="export" onClick={() => setOpen(true)}>
        {texts.exportPlan}
      </Button>
      {isOpen && (
        <ExportDialog
          shown={shown}
          mark={markOf(loaded)}
          onSave={({ ending, type, text }) =>
            saveFile({ name: fileNameOf(titleOf(shown), ending), type, text })
          }
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/**
 * What became of the plan of a link or of a file, as long as its inputs are what is entered; of one of which no plan came
 * until it is dismissed. `shown`: the plan on screen; `isComing`: it may be there in a moment.
 */
export function FromLink({
  loaded,
  shown,
  isComing,
}: {
  loaded: LoadedCatalog;
  shown: AnsweredPlan | undefined;
  isComing: boolean;
}) {
  const client = useQueryClient();
  const opened = useOpenedLink();
  const isChanged = !useIsAsOpened();
  if (opened === undefined || (shown === undefined && isComing)) return null;
  const { content, from, remarks, otherCatalog } = opened;
  const takeCatalog = async () => {
    const { openCatalog } = await import('./open-catalog');
    if (otherCatalog !== undefined) await openCatalog(client, openingTexts.catalogOf(from), otherCatalog);
  };
  const comparison = compareWithLink(content, loaded.digest, shown?.plan);
  return (
    <LinkedPlan
      from={from}
      comparison={comparison}
      now={shown?.plan}
      catalog={markOf(loaded)}
      isChanged={isChanged}
      remarks={remarks}
      onTakeCatalog={
        otherCatalog === undefined || comparison.isSameCatalog ? undefined : () => void takeCatalog()
      }
      onDismiss={dismissLink}
    />
  );
}
