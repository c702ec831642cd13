import { formatCount } from '../format/number.ts';
import { useLanguage } from '../language.ts';
import classes from './figures.module.css';

interface Props {
  readonly value: number;
  readonly digits?: number;
  readonly tone?: 'plain' | 'dim' | 'warn' | 'risk';
}

/** A number of things. With a noun use plural words instead: `t('sales', { count })`. */
export function Count({ value, digits = 0, tone = 'plain' }: Props) {
  const language = useLanguage();
  return (
    <span className={classes.figure} data-tone={tone}>
      {formatCount(value, language, digits)}
    </span>
  );
}
