import { Select } from '@mantine/core';
import { lastMonths, monthNow } from '../format/months.ts';
import { formatWhen } from '../format/when.ts';
import { useLanguage } from '../language.ts';
import { useMe } from '../me.ts';
import classes from './FilterBar.module.css';

interface Props {
  readonly label: string;
  /** `YYYY-MM`, or empty for any. */
  readonly value: string;
  readonly onChange: (month: string) => void;
  /** May be cleared. */
  readonly any?: boolean;
  /** How many months back. */
  readonly count?: number;
}

/** A month of the company's calendar, by name. A list of names is found by typing, and no calendar has to load. */
export function MonthSelect({ label, value, onChange, any = false, count = 36 }: Props) {
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const months = lastMonths(monthNow(zone), count);
  if (value && !months.includes(value)) months.push(value);
  return (
    <Select
      className={classes.choice}
      aria-label={label}
      placeholder={label}
      data={months.map((month) => ({ value: month, label: formatWhen(month, 'month', language, zone) }))}
      value={value || null}
      clearable={any}
      searchable
      onChange={(month) => onChange(month ?? '')}
    />
  );
}
