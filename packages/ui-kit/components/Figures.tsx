import type { ReactNode } from 'react';
import classes from './Figures.module.css';

export interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

interface Props {
  readonly items: readonly Figure[];
  /** What these figures are about, for those who listen. */
  readonly label?: string;
}

/** A few figures on one line, ruled like a ledger: label above, value, what it means below. */
export function Figures({ items, label }: Props) {
  return (
    <dl className={classes.figures} aria-label={label}>
      {items.map((item) => (
        <div className={classes.figure} key={item.label}>
          <dt>{item.label}</dt>
          <dd className={classes.value}>{item.value}</dd>
          {item.note ? <dd className={classes.note}>{item.note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
