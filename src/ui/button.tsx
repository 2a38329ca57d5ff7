import type { ComponentPropsWithRef } from 'react';
import styles from './button.module.css';
import { Icon, type IconName } from './icon';

type ButtonProps = ComponentPropsWithRef<'button'> & {
  icon?: IconName;
  weight?: 'plain' | 'primary' | 'quiet';
};

function classOf(weight: ButtonProps['weight'] = 'plain', extra?: string): string {
  return [styles.button, weight === 'plain' ? '' : styles[weight], extra].filter(Boolean).join(' ');
}

export function Button({ icon, weight, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={classOf(weight, className)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that shows a drawing only; its name is its label and its tooltip. */
export function IconButton({
  icon,
  label,
  weight = 'quiet',
  className,
  ...rest
}: Omit<ButtonProps, 'children'> & { icon: IconName; label: string }) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={classOf(weight, `${styles.bare} ${className ?? ''}`)}
    >
      <Icon name={icon} />
    </button>
  );
}
