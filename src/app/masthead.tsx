import type { Listing } from '../catalogs/own-catalogs';
import { CatalogChooser } from '../features/catalogs/catalog-chooser';
import { PlanName } from '../features/plans/plan-name';
import type { ViewPreferences } from '../session/inputs';
import { redo, setView, undo, useHistory, useInputs } from '../session/store';
import * as commandsTexts from '../texts/commands';
import * as texts from '../texts/page';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Segments } from '../ui/segments';
import type { PageActions } from './commands';
import styles from './workspace.module.css';

const THEMES: readonly { value: ViewPreferences['theme']; label: React.ReactNode; name: string }[] = [
  { value: 'system', label: <Icon name="system" />, name: texts.asTheSystem },
  { value: 'light', label: <Icon name="light" />, name: texts.light },
  { value: 'dark', label: <Icon name="dark" />, name: texts.dark },
];

export function Masthead({
  listings,
  chosen,
  isFictional,
  isOwn,
  hasRows,
  actions,
}: {
  listings: readonly Listing[];
  chosen: string;
  isFictional: boolean;
  isOwn: boolean;
  hasRows: boolean;
  actions: PageActions;
}) {
  const theme = useInputs((inputs) => inputs.view.theme);
  const { past, future } = useHistory();
  return (
    <header className={styles.masthead}>
      <div className={styles.brand}>
        <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
          <path d="M4 23h8l8-13h8" fill="none" stroke="var(--server)" strokeWidth="3" />
          <circle cx="4.5" cy="23" r="3.2" fill="var(--paper)" stroke="var(--ink)" strokeWidth="2.2" />
          <circle cx="16" cy="16.5" r="3.6" fill="var(--agent)" />
          <circle cx="27.5" cy="10" r="3.8" fill="var(--ink)" />
        </svg>
        <span>{texts.product}</span>
      </div>
      <PlanName onPlans={() => actions.show('plans')} />
      <CatalogChooser listings={listings} chosen={chosen} />
      {isFictional && <span className={styles.fictional}>{texts.madeUp}</span>}
      {isOwn && <span className={styles.fictional}>{texts.yourCatalog}</span>}
      <IconButton icon="folder" label={commandsTexts.openCatalog} onClick={actions.openFile} />
      <div className={styles.tools}>
        <IconButton icon="undo" label={texts.undoByKeys} disabled={past === 0} onClick={undo} />
        <IconButton icon="redo" label={texts.redoByKeys} disabled={future === 0} onClick={redo} />
        <IconButton icon="upload" label={commandsTexts.bring} onClick={actions.bring} />
        <IconButton
          icon="download"
          label={commandsTexts.saveInventory}
          disabled={!hasRows}
          onClick={actions.saveInventory}
        />
        <IconButton icon="search" label={texts.findByKeys} onClick={() => actions.show('palette')} />
        <IconButton icon="question" label={texts.shortcutsByKeys} onClick={() => actions.show('shortcuts')} />
        <Segments
          name="theme"
          label={texts.colours}
          value={theme}
          options={THEMES}
          onChoose={(value) => setView({ theme: value })}
        />
      </div>
    </header>
  );
}
