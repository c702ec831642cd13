import { divide } from '@mosty/kernel/money';
import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { days } from './days.ts';

export interface StuckRow {
  readonly dealId: string;
  readonly number: number;
  readonly partnerId: string;
  readonly amountMinor: bigint;
  readonly probabilityPpm: number;
  readonly movedOn: BusinessDate;
  readonly turn: string;
}

const STUCK_DAYS = 14;

/** A deal that waits for the partner's move and has not moved for two weeks (S3.37). */
export const dealStuck = defineRule<StuckRow>({
  code: 'deal_stuck',
  liftPpm: 200_000,
  minutes: 20,
  isNewFace: false,
  name: { ru: 'Сделка стоит на ходе партнёра', en: 'A deal is stuck at the partner’s turn' },
  why: (params, partner) => {
    const count = days(Number(params['days']));
    return {
      ru: `Сделка ${params['number']} с «${partner}» стоит ${count.ru} и ждёт партнёра`,
      en: `Deal ${params['number']} with “${partner}” has stood for ${count.en} and waits for the partner`,
    };
  },
  fix: { ru: 'Назвать один следующий ход и его хозяина', en: 'Name one next move and its owner' },
  step: { ru: 'Созвониться с партнёром и сдвинуть сделку', en: 'Call the partner and move the deal' },
  find: (rows, { today, money }) =>
    rows.flatMap((row) => {
      const count = daysBetween(row.movedOn, today);
      if (row.turn === 'us' || count < STUCK_DAYS) return [];
      return [
        {
          subject: row.dealId,
          partnerId: row.partnerId,
          stakeMinor: divide(
            row.amountMinor * BigInt(row.probabilityPpm) * BigInt(money.marginPpm),
            1_000_000_000_000n,
            'half_away_from_zero',
          ),
          dueOn: null,
          pinned: null,
          params: { days: count, number: row.number },
        },
      ];
    }),
});
