import type { ReactNode } from 'react';
import classes from './Answer.module.css';

interface Props {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'warn' | 'risk';
  /** Where the sentence came from: the rule in small words. */
  readonly note?: ReactNode;
}

/** A conclusion in words, set apart from the rows it was drawn from. */
export function Answer({ children, tone = 'plain', note }: Props) {
  return (
    <div className={classes.answer} data-tone={tone}>
      <p className={classes.sentence}>{children}</p>
      {note ? <div className={classes.note}>{note}</div> : null}
    </div>
  );
}
