import { useEffect, useId, useState } from 'react';
import { LONG_LINK } from '../../formats/plan-link/plan-link';
import type { Hidden } from '../../formats/plan-link/pseudonyms';
import type { MadeLink, SharedPlan } from '../../formats/plan-link/shared-plan';
import { formatList } from '../../formats/wording/names';
import * as pageTexts from '../../texts/page';
import * as texts from '../../texts/share';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { Sentence } from '../../ui/sentence';
import { describeLinked } from './describe-linked';
import styles from './share.module.css';

const SWITCHES = [
  ['names', texts.names, texts.namesInstead],
  ['labels', texts.labels, texts.labelsInstead],
  ['notes', texts.notes, texts.leftOut],
  ['parameters', texts.values, texts.leftOut],
  ['progress', texts.stepsDone, texts.leftOut],
] as const satisfies readonly (readonly [keyof Hidden, string, string])[];
const OWN_SWITCH = ['catalog', texts.catalog, texts.catalogInstead] as const;

const NOTHING_HIDDEN: Hidden = {
  names: false,
  labels: false,
  notes: false,
  parameters: false,
  progress: false,
  catalog: false,
};

type Made =
  | { readonly state: 'making' }
  | { readonly state: 'failed'; readonly message: string }
  | ({ readonly state: 'made' } & MadeLink);

/** Copies a link as text, and for programs that take it as a titled one. */
async function copyTitled(link: string, title: string): Promise<void> {
  const anchor = document.createElement('a');
  anchor.href = link;
  anchor.textContent = title;
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([link], { type: 'text/plain' }),
      'text/html': new Blob([anchor.outerHTML], { type: 'text/html' }),
    }),
  ]);
}

/** Shows what a link will hold before it is copied. */
export function ShareDialog({
  shared,
  make,
  onSave,
  onClose,
}: {
  shared: SharedPlan;
  make: (hidden: Hidden) => Promise<MadeLink>;
  /** Saves the plan as a file, with what it was made of. */
  onSave: (made: MadeLink) => void;
  onClose: () => void;
}) {
  const [hidden, setHidden] = useState<Hidden>(NOTHING_HIDDEN);
  const [made, setMade] = useState<Made>({ state: 'making' });
  const [copied, setCopied] = useState<'yes' | 'refused' | undefined>();
  const fieldId = useId();

  useEffect(() => {
    let isCurrent = true;
    setMade({ state: 'making' });
    setCopied(undefined);
    void make(hidden)
      .then((link): Made => ({ state: 'made', ...link }))
      .catch(
        (error: unknown): Made => ({ state: 'failed', message: error instanceof Error ? error.message : '' }),
      )
      .then((outcome) => isCurrent && setMade(outcome));
    return () => {
      isCurrent = false;
    };
  }, [hidden, make]);

  const copy = (text: string, title: string) =>
    copyTitled(text, title).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  const link = made.state === 'made' ? made.link : undefined;
  const { holds, leftOut } = describeLinked(shared, hidden, made.state === 'made' ? made : undefined);
  const switches = shared.ownCatalog === undefined ? SWITCHES : [...SWITCHES, OWN_SWITCH];
  return (
    <Modal title={texts.title} onClose={onClose}>
      <div className={styles.share}>
        <p className={styles.aside}>
          <Sentence parts={texts.inTheLink(<code>#</code>)} />
        </p>
        <section aria-labelledby={`${fieldId}-holds`}>
          <h3 id={`${fieldId}-holds`}>{texts.holds}</h3>
          <ul className={styles.holds}>
            {holds.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
          {leftOut.length > 0 && <p className={styles.aside}>{texts.notInIt(formatList(leftOut))}</p>}
        </section>
        <fieldset className={styles.switches}>
          <legend>{texts.replace}</legend>
          {switches.map(([key, label, instead]) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={hidden[key]}
                onChange={(event) => setHidden({ ...hidden, [key]: event.target.checked })}
              />
              <span>
                {label} <span className={styles.aside}>{instead}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className={styles.outcome} aria-live="polite">
          {made.state === 'making' && <p>{texts.making}</p>}
          {made.state === 'failed' && (
            <Banner icon="warning" role="alert">
              {texts.notMade(made.message)}
            </Banner>
          )}
          {made.state === 'made' && link === undefined && (
            <Banner icon="warning" role="alert">
              {texts.tooMuch}
            </Banner>
          )}
          {link !== undefined && (
            <>
              <p className={styles.link}>{texts.characters(link.length, link.length > LONG_LINK)}</p>
              <textarea
                aria-label={texts.link}
                readOnly
                rows={3}
                value={link}
                onFocus={(event) => event.target.select()}
              />
              {link.length > LONG_LINK && <Banner icon="warning">{texts.mayBeCut}</Banner>}
            </>
          )}
        </div>
        <div className={styles.buttons}>
          <Button onClick={onClose}>{pageTexts.close}</Button>
          <Button
            icon="download"
            disabled={made.state !== 'made'}
            onClick={() => made.state === 'made' && onSave(made)}
          >
            {texts.saveFile}
          </Button>
          <Button
            weight="primary"
            icon={copied === 'yes' ? 'check' : 'copy'}
            disabled={link === undefined}
            onClick={() => made.state === 'made' && link !== undefined && void copy(link, made.title)}
          >
            <span aria-live="polite">
              {copied === 'yes' ? pageTexts.copied : copied === 'refused' ? texts.copyByHand : texts.copy}
            </span>
          </Button>
        </div>
      </div>
    </Modal>
  );
}
