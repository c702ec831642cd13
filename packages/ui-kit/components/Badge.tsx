import type { ReactNode } from 'react';
import classes from './Badge.module.css';

export type Tone = 'plain' | 'accent' | 'warn' | 'risk' | 'faint';

interface Props {
  readonly children: ReactNode;
  /** `accent` is going well, `warn` waits for somebody, `risk` is money at risk, `faint` is over. */
  readonly tone?: Tone;
}

/** A state in one or two words. The words say it; the colour only helps. */
export function Badge({ children, tone = 'plain' }: Props) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
