import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './polls.module.css';

/** One question answered by a number: real radio buttons, so arrows and readers of the screen know them. */
export function Marks({
  label,
  from,
  to,
  least,
  most,
  value,
  onChange,
  error,
}: {
  label: string;
  from: number;
  to: number;
  least: string;
  most: string;
  value: number | null;
  onChange: (mark: number) => void;
  error?: ReactNode;
}) {
  const marks = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  return (
    <Radio.Group
      label={label}
      error={error}
      value={value === null ? '' : String(value)}
      onChange={(mark) => onChange(Number(mark))}
    >
      <div className={classes.marks}>
        {marks.map((mark) => (
          <Radio key={mark} value={String(mark)} label={String(mark)} className={classes.mark} />
        ))}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{`${from} – ${least}`}</span>
        <span>{`${to} – ${most}`}</span>
      </div>
    </Radio.Group>
  );
}
