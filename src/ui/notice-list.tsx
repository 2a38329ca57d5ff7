import { type FocusEvent, useEffect, useLayoutEffect, useRef } from 'react';
import * as texts from '../texts/page';
import { Button, IconButton } from './button';
import { giveKeys } from './go-to';
import { lostKeys } from './lost-keys';
import styles from './notice-list.module.css';
import { dismiss, type Notice, useNotices } from './notices';

const SHOWN_MS = 12_000;

function NoticeLine({ notice }: { notice: Notice }) {
  const { id, words, action, isLasting } = notice;
  useEffect(() => {
    if (isLasting) return;
    const timer = setTimeout(() => dismiss(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, isLasting]);
  return (
    <li className={styles.notice} data-notice={true}>
      <span>{words}</span>
      {action !== undefined && (
        <Button
          onClick={() => {
            action.run();
            dismiss(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={texts.dismiss} onClick={() => dismiss(id)} />
    </li>
  );
}

/**
 * Where notices are read out and shown. One that goes while it has the keys gives them back to what had them before, or to
 * the part `home` where that is gone, too.
 */
export function NoticeList({ home }: { home: string }) {
  const notices = useNotices();
  const list = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  // What is shown at the end of the page can be scrolled past them.
  useEffect(() => {
    if (list.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      document.documentElement.style.setProperty('--notices', `${entry?.contentRect.height ?? 0}px`);
    });
    observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (lostKeys()?.closest('[data-notice]') == null) return;
    if (before.current?.isConnected === false) giveKeys(home);
    else if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  });
  const onFocus = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget;
  };
  return (
    <div ref={list} className={styles.list} role="status" onFocus={onFocus}>
      {notices.length > 0 && (
        <ul>
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </div>
  );
}
