import { formatWhen, type WhenStyle } from '../format/when.ts';
import { useLanguage } from '../language.ts';
import { useMe } from '../me.ts';
import classes from './figures.module.css';

interface Props {
  /** An instant (ISO 8601), a day `YYYY-MM-DD` or a month `YYYY-MM` of the company's calendar. */
  readonly value: string;
  readonly style?: WhenStyle;
}

/** A moment or a day in the company's zone; the exact time is in its hint. */
export function When({ value, style = /^\d{4}-\d{2}$/.test(value) ? 'month' : 'day' }: Props) {
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const precise = value.length > 10 ? formatWhen(value, 'time', language, zone) : undefined;
  return (
    <time className={classes.figure} dateTime={value} title={style === 'time' ? undefined : precise}>
      {formatWhen(value, style, language, zone)}
    </time>
  );
}
