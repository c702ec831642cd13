import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { days } from './days.ts';

export interface SeenRow {
  readonly partnerId: string;
  /** The last touch of ours; null: none is written down. */
  readonly seenOn: BusinessDate | null;
  readonly since: BusinessDate;
}

const UNSEEN_DAYS = 30;

/** Whom we keep personally and have not spoken to for a month: our silence is a competitor's chance (S1.66). */
export const topUnseen = defineRule<SeenRow>({
  code: 'top_unseen',
  liftPpm: 200_000,
  minutes: 30,
  isNewFace: false,
  name: { ru: 'Ключевой партнёр без контакта', en: 'Top partner without contact' },
  why: (params, partner) => {
    const count = days(Number(params['days']));
    return {
      ru: `С «${partner}» не говорили ${count.ru}, а ведём лично`,
      en: `Nobody spoke to “${partner}” for ${count.en}, and we keep it personally`,
    };
  },
  fix: { ru: 'Назначить постоянный день разговора', en: 'Set a regular day to talk' },
  step: { ru: 'Позвонить и спросить, что изменилось', en: 'Call and ask what changed' },
  find: (rows, { today, money }) =>
    rows.flatMap((row) => {
      const count = daysBetween(row.seenOn ?? row.since, today);
      return count <= UNSEEN_DAYS
        ? []
        : [
            {
              subject: row.partnerId,
              partnerId: row.partnerId,
              stakeMinor: money.of(row.partnerId),
              dueOn: null,
              pinned: 'unseen' as const,
              params: { days: count },
            },
          ];
    }),
});
