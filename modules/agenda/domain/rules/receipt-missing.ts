import { addDays, type BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { dayOf } from './days.ts';

export interface ReceiptRow {
  readonly payoutId: string;
  readonly partnerId: string;
  readonly paidOn: BusinessDate;
  readonly amountMinor: bigint;
}

/** The law gives a self-employed person until the ninth day of the next month; without a receipt it is no cost of ours. */
const LAST_DAY = 9;

export const receiptMissing = defineRule<ReceiptRow>({
  code: 'receipt_missing',
  liftPpm: 700_000,
  minutes: 10,
  isNewFace: false,
  name: { ru: 'Нет чека', en: 'A receipt is missing' },
  why: (params, partner) => {
    const day = dayOf(params['paidOn']);
    return {
      ru: `«${partner}» не прислал чек за выплату ${day.ru}`,
      en: `“${partner}” has not sent a receipt for the payout of ${day.en}`,
    };
  },
  fix: { ru: 'Просить чек в день выплаты', en: 'Ask for the receipt on the day of payment' },
  step: {
    ru: 'Попросить чек и показать, где его сделать',
    en: 'Ask for the receipt and show where it is made',
  },
  find: (rows) =>
    rows.map((row) => {
      const nextMonth = addDays(`${row.paidOn.slice(0, 7)}-28` as BusinessDate, 5).slice(0, 7);
      return {
        subject: row.payoutId,
        partnerId: row.partnerId,
        stakeMinor: row.amountMinor,
        dueOn: `${nextMonth}-0${LAST_DAY}` as BusinessDate,
        pinned: 'law' as const,
        params: { paidOn: row.paidOn },
      };
    }),
});
