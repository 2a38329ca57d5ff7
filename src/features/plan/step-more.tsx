import { type ReactNode, useState } from 'react';
import styles from './steps.module.css';

/** Something more about a step. `isLate`: made only once it is opened, where there are many of these. */
export function StepMore({
  summary,
  isLate,
  isAside = false,
  children,
}: {
  summary: ReactNode;
  isLate: boolean;
  /** Whether it is less than the rest: nothing that the step asks for. */
  isAside?: boolean;
  children: ReactNode;
}) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      className={styles.more}
      data-aside={isAside || undefined}
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>{summary}</summary>
      {(wasOpened || !isLate) && children}
    </details>
  );
}
