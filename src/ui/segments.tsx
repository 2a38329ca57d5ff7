import type { ReactNode } from 'react';
import styles from './segments.module.css';

export interface SegmentOption<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  /** The accessible name, where the label is a drawing. */
  readonly name?: string;
}

/** One of a few, side by side: radio buttons, with their keys. */
export function Segments<T extends string>({
  name,
  label,
  value,
  options,
  onChoose,
}: {
  /** Of the group in the form; unique on the page. */
  name: string;
  /** Of the group for assistive technology; absent where a legend or heading names it by `aria-labelledby`. */
  label: string;
  value: T;
  options: readonly SegmentOption<T>[];
  onChoose: (value: T) => void;
}) {
  return (
    <div className={styles.segments} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={styles.segment} title={option.name}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-label={option.name}
            onChange={() => onChoose(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
