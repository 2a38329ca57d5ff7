import { useEffect, useRef, useState } from 'react';
import type { CatalogListing } from '../../catalogs/catalog-index';
import type { KeptPlan } from '../../session/library';
import { subscribeToPlans, usePlanOpen } from '../../session/open-plan';
import { addPlan, copyPlan, deletePlan, listAllPlans, nameOfPlan, openPlan } from '../../session/plans';
import { formatTime } from '../../texts/numbers';
import * as pageTexts from '../../texts/page';
import * as texts from '../../texts/plans';
import { Button, IconButton } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { notify, notifyOfTrouble, notifyToTakeBack } from '../../ui/notices';
import styles from './plans.module.css';

function useAllPlans(): readonly KeptPlan[] {
  const [plans, setPlans] = useState(listAllPlans);
  useEffect(() => subscribeToPlans(() => setPlans(listAllPlans())), []);
  return plans;
}

function describePlan({ catalogId, entries, target }: KeptPlan, listings: readonly CatalogListing[]): string {
  const listing = catalogId === '' ? listings[0] : listings.find(({ id }) => id === catalogId);
  return [
    listing?.name ?? catalogId,
    texts.countEntries(entries),
    target === '' ? texts.noTarget : texts.to(target),
  ].join(', ');
}

function describeTime(writtenAt: number): string {
  if (writtenAt === 0) return texts.nothingEntered;
  return formatTime(writtenAt);
}

function PlanItem({
  plan,
  isOpen,
  listings,
  onOpen,
  onDelete,
}: {
  plan: KeptPlan;
  isOpen: boolean;
  listings: readonly CatalogListing[];
  onOpen: () => void;
  onDelete: () => void;
}) {
  const name = nameOfPlan(plan);
  return (
    <li className={styles.plan}>
      <button type="button" className={styles.open} aria-current={isOpen || undefined} onClick={onOpen}>
        <strong dir="auto">{name}</strong>
        {isOpen && <span className={styles.mark}>{texts.open}</span>}
        <span className={styles.what}>{describePlan(plan, listings)}</span>
        <span className={styles.what}>{describeTime(plan.writtenAt)}</span>
      </button>
      <IconButton icon="remove" label={texts.remove(name)} onClick={onDelete} />
    </li>
  );
}

/** All plans of this browser: open another one, add, copy and delete them, and take them along as one file. */
export function PlansDialog({
  listings,
  onSaveAll,
  onOpenFile,
  onClose,
}: {
  listings: readonly CatalogListing[];
  onSaveAll: () => void;
  onOpenFile: () => void;
  onClose: () => void;
}) {
  const plans = useAllPlans();
  const open = usePlanOpen();
  const list = useRef<HTMLUListElement>(null);
  const openIt = (plan: KeptPlan) => {
    if (plan.id === open || openPlan(plan.id)) onClose();
    else notifyOfTrouble(texts.unreadable(nameOfPlan(plan)));
  };
  const copy = () => {
    const name = copyPlan();
    onClose();
    notify(texts.copyOpen(name));
  };
  const remove = (plan: KeptPlan) => {
    const bringBack = deletePlan(plan.id);
    list.current?.querySelector('button')?.focus();
    notifyToTakeBack(texts.removed(nameOfPlan(plan)), { label: pageTexts.bringBack, run: bringBack });
  };
  return (
    <Modal
      title={pageTexts.plans}
      onClose={onClose}
      footer={
        <>
          <p />
          <Button icon="upload" onClick={onOpenFile}>
            {texts.openFile}
          </Button>
          <Button icon="download" onClick={onSaveAll}>
            {texts.saveAll}
          </Button>
        </>
      }
    >
      <p className={styles.aside}>{texts.aside}</p>
      <ul className={styles.plans} ref={list}>
        {plans.map((plan) => (
          <PlanItem
            key={plan.id}
            plan={plan}
            isOpen={plan.id === open}
            listings={listings}
            onOpen={() => openIt(plan)}
            onDelete={() => remove(plan)}
          />
        ))}
      </ul>
      <div className={styles.actions}>
        <Button
          icon="add"
          onClick={() => {
            addPlan();
            onClose();
          }}
        >
          {texts.newPlan}
        </Button>
        <Button icon="copy" onClick={copy}>
          {texts.copyPlan}
        </Button>
      </div>
    </Modal>
  );
}
