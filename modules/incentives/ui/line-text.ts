import { formatMoney, formatPercent, formatWhen, type Language } from '@mosty/ui-kit';
import { LINE_CODES, type LineCode } from '../contract.ts';
import type { Say } from './say.ts';
import { formatMicro } from './exact-money.ts';

export interface ShownLine {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Names under which a figure of the explanation stands in the words, where they differ from its own. */
const NAMES: Readonly<Record<string, string>> = {
  saleMicro: 'sale',
  amountMicro: 'amount',
  vatMicro: 'vat',
  baseMicro: 'base',
  partMicro: 'part',
  afterMicro: 'after',
  beforeMicro: 'before',
  returnedMicro: 'returned',
  beforeRatePpm: 'beforeRate',
  takenBeforeMinor: 'before',
};

/** One step of an explanation in the reader's words: amounts, rates, days and roles are made readable first. */
export function lineText(t: Say, { code, params }: ShownLine, currency: string, language: Language): string {
  if (!isKnown(code)) return t('lineUnknown', { code });
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      shortName(name),
      said(t, name, value, currency, language),
    ]),
  );
  return t(`line.${code}`, values);
}

function isKnown(code: string): code is LineCode {
  return (LINE_CODES as readonly string[]).includes(code);
}

function shortName(name: string): string {
  if (name === 'for') return 'period';
  return NAMES[name] ?? name.replace(/(Minor|Micro|Ppm)$/, '');
}

function said(
  t: Say,
  name: string,
  value: string | number,
  currency: string,
  language: Language,
): string | number {
  if (name.endsWith('Micro')) return formatMicro(String(value), currency, language);
  if (name.endsWith('Minor')) return formatMoney(BigInt(value), currency, language);
  if (name.endsWith('Ppm') && typeof value === 'number') return formatPercent(value, language, { digits: 4 });
  switch (name) {
    case 'role':
      return t(`role.${value}`);
    case 'rounding':
      return t(`roundingWords.${value}`);
    case 'day':
    case 'since':
      return formatWhen(String(value), 'day', language, 'UTC');
    case 'for':
      return value === 'agreement' ? t('agreementFee') : formatWhen(String(value), 'month', language, 'UTC');
    default:
      return value;
  }
}
