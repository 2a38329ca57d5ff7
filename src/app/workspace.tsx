import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { catalogQuery } from '../catalogs/load-catalog';
import { CatalogTrouble } from '../features/catalogs/catalog-trouble';
import { PASTED_NAME } from '../features/inventory/import-source';
import type { ImportSource, ReadOptions } from '../features/inventory/reading';
import { StartPage } from '../features/start/start-page';
import type { SessionInputs } from '../session/inputs';
import { startSession } from '../session/plans';
import { addRow, replaceInputs, sessionStore, useInputs } from '../session/store';
import { undoable } from '../session/undoable';
import * as texts from '../texts/page';
import { deferred } from '../ui/deferred';
import { notify } from '../ui/notices';
import { requestInAddress } from './address';
import { commandsOf, type PageActions, type PageDialog } from './commands';
import { goToPart } from './go-to-part';
import { Masthead } from './masthead';
import { openLink } from './open-link';
import { openSample } from './open-sample';
import { PageDialogs, preloadPalette } from './page-dialogs';
import { readInventory } from './read-inventory';
import { inventoryFile, saveFile } from './save-file';
import { chooseFiles, savePlans } from './save-plans';
import { useBrought } from './use-brought';
import { useCatalog } from './use-catalog';
import { useKeeping } from './use-keeping';
import { useIncoming } from './use-page-events';
import { useShortcuts } from './use-shortcuts';
import styles from './workspace.module.css';

const ImportDialog = deferred(async () => (await import('../features/inventory/import-dialog')).ImportDialog);

function Waiting({ children }: { children: ReactNode }) {
  return (
    <main className={styles.wait} aria-busy="true">
      <h1 className="visually-hidden">{texts.product}</h1>
      {children}
    </main>
  );
}

const opening = (
  <Waiting>
    {texts.opening}
    <p>{texts.openingAside}</p>
  </Waiting>
);

const Desk = deferred(async () => (await import('./desk')).Desk, opening, { isLarge: true });

/** After the start page is there, so that it comes first. */
const PAUSE_MS = 300;

const session = startSession();
const preloadAll = () => {
  Desk.preload();
  // What does not come now is asked for again when it is needed.
  const drawing = import('./desk').then(({ preloadPlanView }) => preloadPlanView());
  Promise.all([drawing, import('./check-opened')]).catch(() => undefined);
};
// Needed at once where there is something to come back to, and soon where there is not.
if (sessionStore.getState().rows.length > 0 || requestInAddress(location.hash) !== undefined) Desk.preload();
else addEventListener('load', () => setTimeout(preloadAll, PAUSE_MS));
addEventListener('load', () => setTimeout(preloadPalette, PAUSE_MS));

/** Opens the sample or the plan that the address asks for; whether one is on its way. */
function useAddress(): boolean {
  const client = useQueryClient();
  const [isOpening, setOpening] = useState(() => requestInAddress(location.hash) !== undefined);
  useEffect(() => {
    const open = () => {
      const request = requestInAddress(location.hash);
      if (request === undefined) return;
      // Opened once: a reload comes back to what became of it.
      history.replaceState(null, '', location.pathname + location.search);
      setOpening(true);
      const openIt = request.kind === 'sample' ? openSample : openLink;
      void openIt(client, request.text).then(() => setOpening(false));
    };
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, [client]);
  return isOpening;
}

export function Workspace() {
  const client = useQueryClient();
  const isOpening = useAddress();
  const { catalogId, index, listings, listing, loaded } = useCatalog(isOpening);
  const hasRows = useInputs((inputs) => inputs.rows.length > 0);
  const { brought, bring, change, open, close } = useBrought();
  useKeeping(session.isUnreadable);
  const [dialog, setDialog] = useState<PageDialog | undefined>();
  const closeDialog = useCallback(() => setDialog(undefined), []);
  const chosen = listing?.id ?? catalogId;
  const actions = useMemo(
    (): PageActions => ({
      show: setDialog,
      bring: open,
      saveInventory: () => saveFile(inventoryFile(sessionStore.getState(), chosen)),
      savePlans: () => void savePlans(),
      openFile: () => void chooseFiles().then(bring),
    }),
    [chosen, bring, open],
  );
  const commands = useMemo(() => commandsOf(actions), [actions]);
  useShortcuts(commands, dialog !== undefined);
  const isOver = useIncoming(bring);
  const pasteRows = useCallback((text: string) => bring([{ name: PASTED_NAME, content: text }]), [bring]);

  const inUse = loaded.data;
  const read = useCallback(
    (sources: readonly ImportSource[], options: ReadOptions) => {
      if (inUse === undefined) throw new Error(texts.catalogNotThere);
      return readInventory(client, listings, inUse, sources, options);
    },
    [client, listings, inUse],
  );
  const beginTyping = async () => {
    // Read by now, as a rule.
    const { catalog } = inUse ?? (await client.fetchQuery(catalogQuery(listing)));
    const components = Object.entries(catalog.components);
    const server = components.find(([, component]) => component.role === 'server')?.[0];
    if (server !== undefined) addRow({ name: server, component: server });
  };
  const take = (inputs: Partial<SessionInputs>, entries: number) => {
    close();
    const undoing = undoable(() => replaceInputs(inputs));
    notify(undoing === undefined ? texts.nothingChanged : texts.rowsTaken(entries), undoing);
  };

  const trouble = index.error ?? loaded.error;
  const isUnknown = index.data !== undefined && listing === undefined;
  return (
    <div className={styles.app}>
      <button type="button" className={styles.skip} onClick={() => goToPart('plan')}>
        {texts.skipToPlan}
      </button>
      <Masthead
        listings={listings}
        chosen={chosen}
        isFictional={inUse?.catalog.fictional === true}
        isOwn={inUse?.isOwn === true}
        hasRows={hasRows}
        actions={actions}
      />
      {trouble !== null ? (
        <main>
          <CatalogTrouble
            error={trouble}
            onRetry={() => void (index.error === null ? loaded.refetch() : index.refetch())}
          />
        </main>
      ) : isUnknown ? (
        <main>
          <CatalogTrouble
            error={new Error(texts.noCatalog(catalogId.slice(0, 60)))}
            onRetry={() => void index.refetch()}
          />
        </main>
      ) : hasRows ? (
        inUse === undefined ? (
          <Waiting>{texts.loadingCatalog}</Waiting>
        ) : (
          <Desk loaded={inUse} onPasteRows={pasteRows} />
        )
      ) : isOpening ? (
        opening
      ) : (
        <main className={styles.startPane}>
          <StartPage
            listings={listings}
            onOpenSample={(id) => void openSample(client, id)}
            onType={() => void beginTyping()}
            onImport={open}
          />
        </main>
      )}
      {brought !== undefined && inUse !== undefined && (
        <ImportDialog
          sources={brought}
          catalogId={chosen}
          read={read}
          onSources={(sources) => void change(sources)}
          onTake={take}
          onClose={close}
        />
      )}
      <PageDialogs
        shown={dialog}
        commands={commands}
        actions={actions}
        listings={listings}
        catalog={inUse?.catalog}
        onClose={closeDialog}
      />
      {isOver && (
        // Above a dialog, too: what is dropped there is added to what it shows.
        <div className={styles.drop} popover="manual" ref={(hint) => hint?.showPopover()}>
          {texts.dropHere}
        </div>
      )}
    </div>
  );
}
