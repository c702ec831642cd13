import { minorDigits } from '@mosty/kernel/money';
import type { PartnerMonth } from './months.ts';

/** The answer as JSON: decimal text in major units, as the reference writes them. */
export interface Answer {
  readonly accrued: string;
  readonly clawedBack: string;
  readonly paid: string;
  readonly closing: string;
  readonly partners: Readonly<Record<string, PartnerAnswer>>;
}

export interface PartnerAnswer {
  readonly accrued: string;
  readonly clawedBack: string;
  readonly paid: string;
  readonly closing: string;
  /** `[month, accrual, clawback, payout, balance]`, for months in which something happened. */
  readonly months: readonly (readonly [string, string, string, string, string])[];
}

export function answerOf(months: readonly PartnerMonth[], currency: string): Answer {
  const say = (minor: bigint): string => decimalOf(minor, currency);
  const byPartner = Map.groupBy(
    [...months].sort((a, b) => (a.month < b.month ? -1 : 1)),
    (row) => row.partner,
  );
  const closing = (rows: readonly PartnerMonth[]): bigint => rows.at(-1)?.closingMinor ?? 0n;
  const partners = [...byPartner]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([partner, rows]): [string, PartnerAnswer] => [
      partner,
      {
        accrued: say(sum(rows, (row) => row.accruedMinor)),
        clawedBack: say(sum(rows, (row) => row.clawedBackMinor)),
        paid: say(sum(rows, (row) => row.paidMinor)),
        closing: say(closing(rows)),
        months: rows.map((row) => [
          row.month,
          say(row.accruedMinor),
          say(row.clawedBackMinor),
          say(row.paidMinor),
          say(row.closingMinor),
        ]),
      },
    ]);
  return {
    accrued: say(sum(months, (row) => row.accruedMinor)),
    clawedBack: say(sum(months, (row) => row.clawedBackMinor)),
    paid: say(sum(months, (row) => row.paidMinor)),
    closing: say([...byPartner.values()].reduce((total, rows) => total + closing(rows), 0n)),
    partners: Object.fromEntries(partners),
  };
}

function sum(rows: readonly PartnerMonth[], of: (row: PartnerMonth) => bigint): bigint {
  return rows.reduce((total, row) => total + of(row), 0n);
}

function decimalOf(minor: bigint, currency: string): string {
  const places = minorDigits(currency);
  const negative = minor < 0n;
  const digits = (negative ? -minor : minor).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${negative ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(digits.length - places)}` : ''}`;
}
