import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import 'dayjs/locale/ru.js';
import '@mantine/dates/styles.layer.css';
import { readDay } from '../format/read-day.ts';
import { useLanguage, useWords } from '../language.ts';

interface Props {
  readonly label?: ReactNode;
  /** What an empty field asks for, where it has no label; else how a day is typed. */
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  /** `YYYY-MM-DD`, or empty. */
  readonly value?: string;
  readonly onChange?: (day: string) => void;
  readonly onBlur?: () => void;
  /** `YYYY-MM-DD`: the first and the last day that may be chosen. */
  readonly min?: string;
  readonly max?: string;
}

const NO_RED_DAYS: [] = [];
const FORMAT = { ru: 'DD.MM.YYYY', en: 'D MMM YYYY' } as const;

/**
 * A day of the company's calendar, typed or picked. The browser's own field speaks the browser's language, whatever
 * the reader chose here: nobody then knows whether 03/04 is March or April.
 */
export function DayInput({ value, onChange, min, max, required, placeholder, ...field }: Props) {
  const language = useLanguage();
  const t = useWords('kit');
  return (
    <DateInput
      {...field}
      required={required}
      value={value || null}
      onChange={(day) => onChange?.(day ?? '')}
      minDate={min}
      maxDate={max}
      clearable={!required}
      locale={language}
      firstDayOfWeek={1}
      // Red is for money at risk, not for Saturdays.
      weekendDays={NO_RED_DAYS}
      valueFormat={FORMAT[language]}
      dateParser={(text) => readDay(text, language)}
      placeholder={placeholder ?? t('day.placeholder')}
      previousLabel={t('day.previous')}
      nextLabel={t('day.next')}
      ariaLabels={{ monthLevelControl: t('day.years'), yearLevelControl: t('day.years') }}
      popoverProps={{ returnFocus: false }}
    />
  );
}
