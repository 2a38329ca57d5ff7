/** The dialogs of the page as a whole, each loaded when it is wanted. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { Listing } from '../catalogs/own-catalogs';
import type { Catalog } from '../engine/model/catalog';
import type { Command } from '../features/commands/command';
import { deferred } from '../ui/deferred';
import { awaitCatalog, useAwaitedCatalog } from './awaited-catalog';
import type { PageActions, PageDialog } from './commands';
import { openContent } from './open-content';
import { paletteItems } from './palette-items';

const PlansDialog = deferred(async () => (await import('../features/plans/plans-dialog')).PlansDialog);
const Shortcuts = deferred(async () => (await import('./shortcuts')).Shortcuts);
const CommandPalette = deferred(
  async () => (await import('../features/commands/command-palette')).CommandPalette,
);

/** What is opened by a key is typed into at once. */
export const preloadPalette = CommandPalette.preload;

const AskedCatalog = deferred(async () => (await import('../features/share/asked-catalog')).AskedCatalog);

/** Asks for the catalog that a link or a plan file waits for. */
function CatalogDialog({ onChooseFile }: { onChooseFile: () => void }) {
  const client = useQueryClient();
  const awaited = useAwaitedCatalog();
  if (awaited === undefined) return null;
  const { content, from, instead } = awaited;
  return (
    <AskedCatalog
      from={from}
      asked={content.catalog}
      instead={instead}
      onChooseFile={onChooseFile}
      onOpenAnyway={() => {
        awaitCatalog(undefined);
        void openContent(client, content, from);
      }}
      onClose={() => awaitCatalog(undefined)}
    />
  );
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

function Palette({
  commands,
  listings,
  catalog,
  onClose,
}: {
  commands: readonly Command[];
  listings: readonly Listing[];
  catalog: Catalog | undefined;
  onClose: () => void;
}) {
  // What there was when it was opened.
  const items = useMemo(
    () => paletteItems(commands, listings, catalog, isMac),
    [commands, listings, catalog],
  );
  return (
    <CommandPalette
      items={items}
      onRun={(item) => {
        // The keys go back to where they were first, and from there to where it leads.
        flushSync(onClose);
        item.run();
      }}
      onClose={onClose}
    />
  );
}

export function PageDialogs({
  shown,
  commands,
  actions,
  listings,
  catalog,
  onClose,
}: {
  shown: PageDialog | undefined;
  commands: readonly Command[];
  actions: PageActions;
  listings: readonly Listing[];
  catalog: Catalog | undefined;
  onClose: () => void;
}) {
  return (
    <>
      {shown === 'plans' && (
        <PlansDialog
          listings={listings}
          onSaveAll={actions.savePlans}
          onOpenFile={actions.openFile}
          onClose={onClose}
        />
      )}
      <CatalogDialog onChooseFile={actions.openFile} />
      {shown === 'shortcuts' && <Shortcuts commands={commands} isMac={isMac} onClose={onClose} />}
      {shown === 'palette' && (
        <Palette commands={commands} listings={listings} catalog={catalog} onClose={onClose} />
      )}
    </>
  );
}
