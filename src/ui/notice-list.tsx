import { useEffect } from 'react';
import * as texts from '../texts/page';
import { Button, IconButton } from './button';
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
    <li className={styles.notice}>
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

/** Where notices are read out and shown. */
export function NoticeList() {
  const notices = useNotices();
  return (
    <div className={styles.list} role="status">
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
