import { type ReactNode, useEffect, useId, useRef } from 'react';
import * as texts from '../texts/page';
import { IconButton } from './button';
import styles from './modal.module.css';

/**
 * A modal dialog, open for as long as it is there. Escape and the close button call `onClose`. The keys begin at what is
 * marked `data-first-focus`, and go back to where they were.
 */
export function Modal({
  title,
  isWide = false,
  onClose,
  footer,
  children,
}: {
  title: string;
  isWide?: boolean;
  onClose: () => void;
  /** Stays in sight while the rest scrolls. */
  footer?: ReactNode;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element !== null && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    }
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`${styles.modal} ${isWide ? styles.wide : ''}`}
      aria-labelledby={headingId}
      onClose={onClose}
    >
      <div className={styles.head}>
        <h2 id={headingId}>{title}</h2>
        <IconButton icon="close" label={texts.close} onClick={() => dialog.current?.close()} />
      </div>
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <div className={styles.foot}>{footer}</div>}
    </dialog>
  );
}
