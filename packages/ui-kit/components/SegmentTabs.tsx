import type { ReactNode } from 'react';
import classes from './SegmentTabs.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly count?: number | undefined;
}

interface Props<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly segments: readonly Segment<V>[];
  readonly onChange: (value: V) => void;
}

/** Views of the same thing: saved filters of a list, parts of a card. Keep the choice in the address. */
export function SegmentTabs<V extends string>({ label, value, segments, onChange }: Props<V>) {
  return (
    <div className={classes.tabs} role="group" aria-label={label}>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          className={classes.tab}
          aria-pressed={segment.value === value}
          onClick={() => onChange(segment.value)}
        >
          {segment.label}
          {segment.count === undefined ? null : <span className={classes.count}>{segment.count}</span>}
        </button>
      ))}
    </div>
  );
}
