import { formatMoney, LOCALE, type Language } from '@mosty/ui-kit';

const MICRO = 1_000_000n;

/**
 * An exact amount in millionths of a minor unit. Whole minor units look like any amount; finer ones show every digit
 * they have, because the reader checks the arithmetic: «12,3456 £».
 */
export function formatMicro(micro: string, currency: string, language: Language): string {
  const value = BigInt(micro);
  if (value % MICRO === 0n) return formatMoney(value / MICRO, currency, language);
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const digits =
    new Intl.NumberFormat(LOCALE[language], options).resolvedOptions().maximumFractionDigits ?? 2;
  const size = (value < 0n ? -value : value).toString().padStart(digits + 7, '0');
  const point = size.length - digits - 6;
  const decimal = `${value < 0n ? '-' : ''}${size.slice(0, point)}.${size.slice(point)}` as `${number}`;
  return new Intl.NumberFormat(LOCALE[language], { ...options, maximumFractionDigits: digits + 6 }).format(
    decimal,
  );
}
