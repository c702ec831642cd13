import { LOCALE, typeset, type Language } from './language.ts';

/** `exact` keeps kopecks; `whole` rounds to roubles, for sentences; `short` is «4,9 млн ₽», for charts. */
export type Precision = 'exact' | 'whole' | 'short';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(
  language: Language,
  currency: string,
  precision: Precision,
  signed: boolean,
): Intl.NumberFormat {
  const key = `${language} ${currency} ${precision} ${signed}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE[language], {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      signDisplay: signed ? 'exceptZero' : 'negative',
      ...(precision === 'whole' ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {}),
      ...(precision === 'short' ? { notation: 'compact', maximumSignificantDigits: 3 } : {}),
    });
    formats.set(key, format);
  }
  return format;
}

/** Digits after the point of the currency's minor unit, by ICU (the same table the kernel keeps). */
function minorDigits(currency: string): number {
  return formatOf('en', currency, 'exact', false).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as a decimal text: Intl reads it exactly, without a float in between. */
function decimal(minor: bigint, digits: number): `${number}` {
  const negative = minor < 0n;
  const size = (negative ? -minor : minor).toString().padStart(digits + 1, '0');
  const whole = size.slice(0, size.length - digits);
  const rest = size.slice(size.length - digits);
  return `${negative ? '-' : ''}${whole}${digits ? `.${rest}` : ''}` as `${number}`;
}

/** «1 234 567,50 ₽», «−12 480 ₽», «₽1,234.50». */
export function formatMoney(
  minor: number | bigint,
  currency: string,
  language: Language,
  { precision = 'exact', signed = false }: { precision?: Precision; signed?: boolean } = {},
): string {
  const value = decimal(BigInt(minor), minorDigits(currency));
  return typeset(formatOf(language, currency, precision, signed).format(value));
}

/** «₽», «$»: for the labels of fields, where a code reads as a code. */
export function currencySign(currency: string, language: Language): string {
  const parts = formatOf(language, currency, 'whole', false).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}
