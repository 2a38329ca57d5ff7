import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { Icon, type IconName } from './icon';

const ICONS = { plain: 'question', good: 'check', broken: 'stop' } as const satisfies Record<
  string,
  IconName
>;

/** A line that stands out: how something is, with what can be done about it. */
export function Banner({
  tone = 'plain',
  icon,
  role,
  actions,
  children,
}: {
  tone?: keyof typeof ICONS;
  icon?: IconName;
  role?: 'alert' | 'status';
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div role={role} className={`${styles.banner} ${styles[tone] ?? ''}`}>
      <Icon name={icon ?? ICONS[tone]} />
      <div className={styles.words}>{children}</div>
      {actions}
    </div>
  );
}
