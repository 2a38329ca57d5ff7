import type { Plan } from '../../engine/model/plan';
import * as pageTexts from '../../texts/page';
import * as texts from '../../texts/print';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { Segments } from '../../ui/segments';
import { type Choices, PARTS, type PaperSize, type Part } from './choices';
import { CodeOptions } from './code-options';
import styles from './print-dialog.module.css';

const SIZES: readonly { value: PaperSize; label: string }[] = [
  { value: 'printer', label: texts.asPrinter },
  { value: 'A4', label: texts.a4 },
  { value: 'letter', label: texts.letter },
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
    <Modal title={texts.title} onClose={onClose}>
      <div className={styles.print}>
        <p className={styles.aside}>
          {status === 'ready' ? texts.whatReady : texts.whatBlocked} {texts.sameByBrowser}
        </p>
        <fieldset className={styles.parts}>
          <legend>{texts.whatIsPrinted}</legend>
          {PARTS.filter((part) => status === 'ready' || !OF_STEPS.has(part)).map((part) => (
            <label key={part}>
              <input
                type="checkbox"
                checked={parts[part]}
                onChange={(event) =>
                  onChoose({ ...choices, parts: { ...parts, [part]: event.target.checked } })
                }
              />
              <span>
                {texts.parts[part].label} <span className={styles.aside}>{texts.parts[part].more}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className={styles.size}>
          <span>{texts.paper}</span>
          <Segments
            name="paper"
            label={texts.paper}
            value={size}
            options={SIZES}
            onChoose={(value) => onChoose({ ...choices, size: value })}
          />
        </div>
        <CodeOptions choices={choices} holds={holds} link={link} onChoose={onChoose} />
        <p className={styles.aside}>{texts.paperFile}</p>
        <div className={styles.buttons}>
          <Button onClick={onClose}>{pageTexts.close}</Button>
          <Button icon="download" onClick={onSave}>
            {texts.saveFile}
          </Button>
          <Button
            weight="primary"
            icon="print"
            data-first-focus
            disabled={choices.code.isWanted && link === undefined}
            onClick={onPrint}
          >
            {texts.print}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
