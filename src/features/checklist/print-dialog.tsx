import type { Plan } from '../../engine/model/plan';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { Segments } from '../../ui/segments';
import { type Choices, PARTS, type PaperSize, type Part } from './choices';
import { CodeOptions } from './code-options';
import styles from './print-dialog.module.css';

const SIZES: readonly { value: PaperSize; label: string }[] = [
  { value: 'printer', label: 'As the printer is set' },
  { value: 'A4', label: 'A4' },
  { value: 'letter', label: 'Letter' },
];

/** Parts that are there only where there are steps. */
const OF_STEPS: ReadonlySet<Part> = new Set(['notes', 'commands', 'wayBack', 'record']);

/** What is to be on the paper; the browser's own command prints the same. */
export function PrintDialog({
  choices,
  status,
  holds,
  link,
  onChoose,
  onSave,
  onPrint,
  onClose,
}: {
  choices: Choices;
  status: Plan['status'];
  /** What the link holds that can be printed as a code. */
  holds: readonly string[];
  /** `undefined` while it is being made. */
  link: string | undefined;
  onChoose: (choices: Choices) => void;
  /** Saves the file that the paper names. */
  onSave: () => void;
  onPrint: () => void;
  onClose: () => void;
}) {
  const { parts, size } = choices;
  return (
    <Modal title="Print this plan" onClose={onClose}>
      <div className={styles.print}>
        <p className={styles.aside}>
          {status === 'ready'
            ? 'A checklist, stage by stage, with boxes to tick and room for names, times and signatures.'
            : 'What was found, for a binder or a meeting.'}{' '}
          The browser’s own command to print does the same.
        </p>
        <fieldset className={styles.parts}>
          <legend>What is printed</legend>
          {PARTS.filter(([part]) => status === 'ready' || !OF_STEPS.has(part)).map(([part, label, more]) => (
            <label key={part}>
              <input
                type="checkbox"
                checked={parts[part]}
                onChange={(event) =>
                  onChoose({ ...choices, parts: { ...parts, [part]: event.target.checked } })
                }
              />
              <span>
                {label} <span className={styles.aside}>{more}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className={styles.size}>
          <span>Paper</span>
          <Segments
            name="paper"
            label="Paper"
            value={size}
            options={SIZES}
            onChoose={(value) => onChoose({ ...choices, size: value })}
          />
        </div>
        <CodeOptions choices={choices} holds={holds} link={link} onChoose={onChoose} />
        <p className={styles.aside}>
          The paper names a plan file and its digest (SHA-256): keep that file with it, and the plan can be
          opened and verified again.
        </p>
        <div className={styles.buttons}>
          <Button onClick={onClose}>Close</Button>
          <Button icon="download" onClick={onSave}>
            Save that file
          </Button>
          <Button
            weight="primary"
            icon="print"
            data-first-focus
            disabled={choices.code.isWanted && link === undefined}
            onClick={onPrint}
          >
            Print
          </Button>
        </div>
      </div>
    </Modal>
  );
}
