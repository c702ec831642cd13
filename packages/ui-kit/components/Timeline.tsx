import type { ReactNode } from 'react';
import type { Tone } from './Badge.tsx';
import { When } from './When.tsx';
import classes from './Timeline.module.css';

export interface TimelineItem {
  readonly id: string;
  /** An instant or a day. */
  readonly at: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly tone?: Tone;
}

/** What happened, the newest first. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className={classes.timeline}>
      {items.map((item) => (
        <li key={item.id} className={classes.item} data-tone={item.tone ?? 'plain'}>
          <div className={classes.when}>
            <When value={item.at} style="day" />
          </div>
          <div>
            <div>{item.title}</div>
            {item.note ? <div className={classes.note}>{item.note}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
