import { useLanguage } from '../language.ts';
import { useMe } from '../me.ts';
import { currencySign, formatMoney, type Precision } from './money.ts';
import { formatCount, formatPercent } from './number.ts';
import { formatWhen, type WhenStyle } from './when.ts';

/** Figures as text in the reader's language, the company's zone and currency: for sentences made by `t`. */
export function useFormat() {
  const language = useLanguage();
  const { zone, currency } = useMe().workspace;
  return {
    money: (
      minor: number | bigint,
      given: { currency?: string; precision?: Precision; signed?: boolean } = {},
    ) => formatMoney(minor, given.currency ?? currency, language, given),
    sign: (given: string = currency) => currencySign(given, language),
    percent: (ppm: number, given: { digits?: number; signed?: boolean } = {}) =>
      formatPercent(ppm, language, given),
    count: (value: number, digits = 0) => formatCount(value, language, digits),
    when: (value: string, style: WhenStyle = 'day') => formatWhen(value, style, language, zone),
  };
}
