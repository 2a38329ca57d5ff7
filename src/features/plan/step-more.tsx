import { type ReactNode, useState } from 'react';
import styles from './steps.module.css';

/** Something more about a step. `isLate`: made only once it is opened, where there are many of these. */
export function StepMore({
  summary,
  isLate,
  children,
}: {
  summary: ReactNode;
  isLate: boolean;
  children: ReactNode;
}) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      className={styles.more}
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>{summary}</summary>
      {(wasOpened || !isLate) && children}
    </details>
  );
}
