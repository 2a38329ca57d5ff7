import { setView, useInputs } from '../../session/store';
import * as texts from '../../texts/shortcuts';
import { Modal } from '../../ui/modal';
import { type Command, isSingleKey, sayKeys } from './command';
import styles from './commands.module.css';

function groupsOf(commands: readonly Command[]): Map<string, Command[]> {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    if (command.keys === undefined) continue;
    groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return groups;
}

function Keys({ keys, isMac }: { keys: readonly string[]; isMac: boolean }) {
  return (
    <dd>
      {keys.map((each) => (
        <kbd key={each}>{sayKeys(each, isMac)}</kbd>
      ))}
    </dd>
  );
}

/** What the keys do, and the switch for those of a single letter. */
export function ShortcutsDialog({
  commands,
  parts,
  isMac,
  onClose,
}: {
  commands: readonly Command[];
  /** What keys do in parts of the page that have their own. */
  parts: readonly {
    readonly title: string;
    readonly keys: readonly { readonly title: string; readonly keys: readonly string[] }[];
  }[];
  isMac: boolean;
  onClose: () => void;
}) {
  const singleKeys = useInputs((inputs) => inputs.view.singleKeys);
  return (
    <Modal title={texts.title} onClose={onClose}>
      <div className={styles.groups}>
        {[...groupsOf(commands)].map(([group, inside]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl className={styles.keys}>
              {inside.map(({ id, title, keys = [] }) => (
                <div key={id} data-off={(!singleKeys && keys.every(isSingleKey)) || undefined}>
                  <dt>{title}</dt>
                  <Keys keys={keys} isMac={isMac} />
                </div>
              ))}
            </dl>
          </section>
        ))}
        {parts.map((part) => (
          <section key={part.title}>
            <h3>{part.title}</h3>
            <dl className={styles.keys}>
              {part.keys.map(({ title, keys }) => (
                <div key={title}>
                  <dt>{title}</dt>
                  <Keys keys={keys} isMac={isMac} />
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => setView({ singleKeys: event.target.checked })}
        />
        {texts.singleKeys}
      </label>
      <p className={styles.aside}>{texts.aside}</p>
    </Modal>
  );
}
