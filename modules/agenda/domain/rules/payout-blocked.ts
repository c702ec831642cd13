import { divide } from '@mosty/kernel/money';
import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { dayOf } from './days.ts';

export interface BlockedRow {
  readonly subject: string;
  readonly partnerId: string;
  readonly amountMinor: bigint;
  /** The day on which it was to be paid. */
  readonly payOn: BusinessDate;
  readonly reason: string | null;
}

const WEEK_DAYS = 7;

/** Money that we owe and did not pay in time. Each week of lateness costs a tenth of what the partner brings. */
export const payoutBlocked = defineRule<BlockedRow>({
  code: 'payout_blocked',
  liftPpm: 500_000,
  minutes: 20,
  isNewFace: false,
  name: { ru: 'Выплата задержана', en: 'A payout is late' },
  why: (params, partner) => {
    const day = dayOf(params['payOn']);
    return {
      ru: `«${partner}» не получил выплату, назначенную на ${day.ru}`,
      en: `“${partner}” did not get the payout that was due on ${day.en}`,
    };
  },
  fix: { ru: 'Убрать то, что мешает заплатить', en: 'Remove what keeps us from paying' },
  step: {
    ru: 'Написать партнёру день выплаты и причину задержки',
    en: 'Write the partner the day of payment and the reason of the delay',
  },
  find: (rows, { today, money }) =>
    rows.map((row) => {
      const weeks = Math.max(0, Math.ceil(daysBetween(row.payOn, today) / WEEK_DAYS));
      const cost = divide(money.of(row.partnerId) * BigInt(weeks), 10n, 'half_away_from_zero');
      return {
        subject: row.subject,
        partnerId: row.partnerId,
        stakeMinor: row.amountMinor + cost,
        dueOn: row.payOn,
        pinned: row.payOn < today ? ('money' as const) : null,
        params: { payOn: row.payOn, reason: row.reason },
      };
    }),
});
