import { formatPercent } from '../format/number.ts';
import { useLanguage } from '../language.ts';
import classes from './figures.module.css';

interface Props {
  /** Parts per million: 10 % is 100 000. */
  readonly ppm: number;
  readonly digits?: number;
  readonly signed?: boolean;
  readonly tone?: 'plain' | 'dim' | 'warn' | 'risk';
}

export function Percent({ ppm, digits = 1, signed = false, tone = 'plain' }: Props) {
  const language = useLanguage();
  return (
    <span className={classes.figure} data-tone={tone}>
      {formatPercent(ppm, language, { digits, signed })}
    </span>
  );
}
