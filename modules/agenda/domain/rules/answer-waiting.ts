import type { BusinessDate } from '@mosty/kernel/time';
import { divide } from '@mosty/kernel/money';
import { defineRule } from '../rule.ts';

export interface WaitingRow {
  readonly subject: string;
  readonly what: 'claim' | 'registration';
  readonly partnerId: string;
  readonly amountMinor: bigint;
  /** Chance that the deal is won; one million for a sale that is paid. */
  readonly probabilityPpm: number;
  readonly answerBy: BusinessDate | null;
}

/** A claim or a handed-over client that waits for our word. */
export const answerWaiting = defineRule<WaitingRow>({
  code: 'answer_waiting',
  liftPpm: 300_000,
  minutes: 20,
  isNewFace: false,
  name: { ru: 'Ждут нашего решения', en: 'Our decision is awaited' },
  why: (params, partner) =>
    params['what'] === 'claim'
      ? {
          ru: `«${partner}» спорит, кто привёл клиента, и ждёт решения`,
          en: `“${partner}” contests who brought a client and waits for a decision`,
        }
      : {
          ru: `«${partner}» передал клиента и ждёт, примем ли мы его`,
          en: `“${partner}” handed over a client and waits whether we take it`,
        },
  fix: { ru: 'Ответить с правилом и причиной', en: 'Answer with the rule and the reason' },
  step: { ru: 'Решить и объяснить партнёру', en: 'Decide and explain it to the partner' },
  find: (rows, { money }) =>
    rows.map((row) => ({
      subject: row.subject,
      partnerId: row.partnerId,
      stakeMinor: divide(
        row.amountMinor * BigInt(row.probabilityPpm) * BigInt(money.marginPpm),
        1_000_000_000_000n,
        'half_away_from_zero',
      ),
      dueOn: row.answerBy,
      pinned: null,
      params: { what: row.what },
    })),
});
