import { divide, MICRO_PER_MINOR } from '@mosty/kernel/money';
import { MICRO_MAX, readAmount } from '../cells/amount.ts';
import { isWithinYears, readTime } from '../cells/date.ts';
import { fault, shown, type FileRecord, type RowFault } from '../reading/record.ts';
import type { Plan } from './plan.ts';

/** Readers of single cells. Each gives the value, null for an empty cell, or what is wrong. */

export function isFault(value: unknown): value is RowFault {
  return typeof value === 'object' && value !== null && 'code' in value;
}

export function timeOf(plan: Plan, record: FileRecord, field: string): number | null | RowFault {
  const text = plan.text(record, field);
  if (text === '') return null;
  const read = readTime(text, plan.dates(field));
  const ms = read && (read.zoned ? read.ms : plan.toInstant(read.ms));
  return ms !== null && isWithinYears(ms) ? ms : notADate(plan, field, text);
}

/** A day of the company's calendar as `YYYY-MM-DD`: what the file says, whatever the hour. */
export function dayOf(plan: Plan, record: FileRecord, field: string): string | null | RowFault {
  const text = plan.text(record, field);
  if (text === '') return null;
  const read = readTime(text, plan.dates(field));
  return read && isWithinYears(read.ms)
    ? new Date(read.ms).toISOString().slice(0, 10)
    : notADate(plan, field, text);
}

function notADate(plan: Plan, field: string, text: string): RowFault {
  return fault('not_a_date', { column: plan.columnOf(field), text: shown(text), order: plan.dates(field) });
}

export function microOf(
  plan: Plan,
  record: FileRecord,
  field: string,
  currency: string,
): bigint | null | RowFault {
  const text = plan.text(record, field);
  if (text === '') return null;
  const micro = readAmount(text, plan.mark(field), currency);
  if (micro === null)
    return fault('not_an_amount', {
      column: plan.columnOf(field),
      text: shown(text),
      mark: plan.mark(field),
    });
  if (micro > MICRO_MAX || micro < -MICRO_MAX)
    return fault('amount_too_large', { column: plan.columnOf(field), text: shown(text) });
  return micro;
}

/** In whole minor units, half away from zero: for costs and list prices, which are kept so. */
export function minorOf(
  plan: Plan,
  record: FileRecord,
  field: string,
  currency: string,
): bigint | null | RowFault {
  const micro = microOf(plan, record, field, currency);
  return typeof micro === 'bigint' ? divide(micro, MICRO_PER_MINOR, 'half_away_from_zero') : micro;
}

const SIGNS: Readonly<Record<string, string>> = {
  '₽': 'RUB',
  руб: 'RUB',
  'руб.': 'RUB',
  р: 'RUB',
  'р.': 'RUB',
  rur: 'RUB',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₸': 'KZT',
  '₴': 'UAH',
};
const CODE = /^[A-Z]{3}$/;

export function currencyOf(plan: Plan, record: FileRecord): string | RowFault {
  const text = plan.text(record, 'currency');
  if (text === '') return plan.currency;
  if (CODE.test(text)) return text;
  const upper = text.toUpperCase();
  const code = SIGNS[text.toLowerCase()] ?? upper;
  return CODE.test(code)
    ? code
    : fault('not_a_currency', { column: plan.columnOf('currency'), text: shown(text) });
}
