import { formatMoney, type Precision } from '../format/money.ts';
import { useLanguage } from '../language.ts';
import { useMe } from '../me.ts';
import classes from './figures.module.css';

interface Props {
  /** Integer minor units: kopecks, cents. */
  readonly minor: number | bigint;
  /** ISO 4217; the company's own unless told. */
  readonly currency?: string;
  readonly precision?: Precision;
  /** Shows «+» too, for differences. */
  readonly signed?: boolean;
  /** `risk` is for money at risk only. */
  readonly tone?: 'plain' | 'dim' | 'warn' | 'risk';
  readonly strong?: boolean;
}

/** An amount: tabular figures, a true minus, spaces that do not break. */
export function Money({
  minor,
  currency,
  precision = 'exact',
  signed = false,
  tone = 'plain',
  strong = false,
}: Props) {
  const language = useLanguage();
  const { workspace } = useMe();
  return (
    <span className={classes.figure} data-tone={tone} data-strong={strong || undefined}>
      {formatMoney(minor, currency ?? workspace.currency, language, { precision, signed })}
    </span>
  );
}
