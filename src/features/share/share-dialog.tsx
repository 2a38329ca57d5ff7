import { useEffect, useId, useState } from 'react';
import type { Catalog } from '../../engine/model/catalog';
import type { ParsedGoal } from '../../engine/model/goal';
import type { Inventory } from '../../engine/model/inventory';
import type { Plan } from '../../engine/model/plan';
import type { Parameters } from '../../formats/placeholder-values';
import { type CatalogMark, writePlanFile } from '../../formats/plan-file';
import { type LinkedView, writeContent } from '../../formats/plan-link/link-content';
import { fitsLink, LONG_LINK, writeLink } from '../../formats/plan-link/plan-link';
import { type Hidden, hide } from '../../formats/plan-link/pseudonyms';
import { formatList } from '../../formats/wording/names';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { describeLinked } from './describe-linked';
import styles from './share.module.css';

export interface SharedPlan {
  readonly catalog: Catalog;
  readonly inventory: Inventory;
  readonly goal: ParsedGoal;
  readonly plan: Plan;
  readonly mark: CatalogMark;
  /** Values for commands, by parameter. */
  readonly parameters: Parameters;
  readonly view: LinkedView;
  /** The text of the catalog file, where it does not ship with the page. */
  readonly ownCatalog?: string | undefined;
  /** What the plan is, for a title: `Waypoint 0.9.1 → 0.11.4`. */
  readonly title: string;
}

const SWITCHES = [
  ['names', 'Names of entries', 'client-1, client-2 …'],
  ['labels', 'Labels', 'label-1=value-1 …'],
  ['notes', 'Notes: the inventory’s name, and why something is pinned', 'left out'],
  ['parameters', 'Values for commands', 'left out'],
] as const satisfies readonly (readonly [keyof Hidden, string, string])[];

const NOTHING_HIDDEN: Hidden = { names: false, labels: false, notes: false, parameters: false };

type Made =
  | { readonly state: 'making' }
  | { readonly state: 'failed'; readonly message: string }
  | {
      readonly state: 'made';
      /** Absent where the plan is more than a link may hold. */
      readonly link: string | undefined;
      readonly planText: string;
    };

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
  address,
  planAgain,
  onSave,
  onClose,
}: {
  shared: SharedPlan;
  /** Of the page, without anything after the `#`. */
  address: string;
  /** What the planner says of an inventory with other names: it may choose otherwise among equals. */
  planAgain: (inventory: Inventory, goal: ParsedGoal) => Promise<Plan>;
  /** Saves the plan as a file, with what it was made of. */
  onSave: (planText: string) => void;
  onClose: () => void;
}) {
  const [hidden, setHidden] = useState<Hidden>(NOTHING_HIDDEN);
  const [made, setMade] = useState<Made>({ state: 'making' });
  const [copied, setCopied] = useState<'yes' | 'refused' | undefined>();
  const fieldId = useId();
  const { mark, title } = shared;

  useEffect(() => {
    let isCurrent = true;
    const make = async (): Promise<Made> => {
      const isHiding = hidden.names || hidden.labels || hidden.notes;
      const parameters = hidden.parameters ? {} : shared.parameters;
      const { inventory, goal } = isHiding ? hide(shared.inventory, shared.goal, hidden) : shared;
      const plan = isHiding ? await planAgain(inventory, goal) : shared.plan;
      const content = writeContent({ catalog: mark, inventory, goal, plan, parameters, view: shared.view });
      const planText = writePlanFile({ plan, goal, mark, inventory, parameters });
      const link = fitsLink(content) ? `${address}#plan=${await writeLink(content)}` : undefined;
      return { state: 'made', link, planText };
    };
    setMade({ state: 'making' });
    setCopied(undefined);
    void make()
      .catch(
        (error: unknown): Made => ({ state: 'failed', message: error instanceof Error ? error.message : '' }),
      )
      .then((outcome) => isCurrent && setMade(outcome));
    return () => {
      isCurrent = false;
    };
  }, [shared, hidden, address, planAgain, mark]);

  const copy = (made: string) =>
    copyTitled(made, title).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  const link = made.state === 'made' ? made.link : undefined;
  const { holds, leftOut } = describeLinked(shared, hidden);
  return (
    <Modal title="Share this plan by a link" onClose={onClose}>
      <div className={styles.share}>
        <p className={styles.aside}>
          The plan is in the link itself, after the <code>#</code>: no server gets to see it. Whoever has the
          link sees what it holds.
        </p>
        <section aria-labelledby={`${fieldId}-holds`}>
          <h3 id={`${fieldId}-holds`}>What it holds</h3>
          <ul className={styles.holds}>
            {holds.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
          {leftOut.length > 0 && <p className={styles.aside}>Not in it: {formatList(leftOut)}.</p>}
        </section>
        <fieldset className={styles.switches}>
          <legend>Replace, before it is shared</legend>
          {SWITCHES.map(([key, label, instead]) => (
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
          {made.state === 'making' && <p>Making the link…</p>}
          {made.state === 'failed' && (
            <Banner icon="warning" role="alert">
              The link could not be made. {made.message}
            </Banner>
          )}
          {made.state === 'made' && link === undefined && (
            <Banner icon="warning" role="alert">
              The plan is more than a link may hold. Save it as a file instead, and send that: it opens with
              the same plan.
            </Banner>
          )}
          {link !== undefined && (
            <>
              <p className={styles.link}>
                {link.length.toLocaleString('en')} characters
                {link.length > LONG_LINK && ': longer than some programs carry'}
              </p>
              <textarea
                aria-label="Link"
                readOnly
                rows={3}
                value={link}
                onFocus={(event) => event.target.select()}
              />
              {link.length > LONG_LINK && (
                <Banner icon="warning">
                  Mail programs and chats may cut a link of this length. Save the plan as a file instead, and
                  send that.
                </Banner>
              )}
            </>
          )}
        </div>
        <div className={styles.buttons}>
          <Button onClick={onClose}>Close</Button>
          <Button
            icon="download"
            disabled={made.state !== 'made'}
            onClick={() => made.state === 'made' && onSave(made.planText)}
          >
            Save as a file
          </Button>
          <Button
            weight="primary"
            icon={copied === 'yes' ? 'check' : 'copy'}
            disabled={link === undefined}
            onClick={() => link !== undefined && void copy(link)}
          >
            <span aria-live="polite">
              {copied === 'yes'
                ? 'Copied'
                : copied === 'refused'
                  ? 'Select it above and copy'
                  : 'Copy the link'}
            </span>
          </Button>
        </div>
      </div>
    </Modal>
  );
}
