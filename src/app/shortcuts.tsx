import type { Command } from '../features/commands/command';
import { ShortcutsDialog } from '../features/commands/shortcuts-dialog';
import { EDITOR_KEYS, GRID_KEYS } from '../features/inventory/grid-key-list';
import { TIMELINE_KEYS } from '../features/plan/timeline-key-list';
import * as texts from '../texts/shortcuts';

const PARTS = [
  { title: texts.inGrid, keys: GRID_KEYS },
  { title: texts.inEditor, keys: EDITOR_KEYS },
  { title: texts.inTimeline, keys: TIMELINE_KEYS },
];

/** The keys of the page as a whole, and those of its parts. */
export function Shortcuts(props: { commands: readonly Command[]; isMac: boolean; onClose: () => void }) {
  return <ShortcutsDialog {...props} parts={PARTS} />;
}
