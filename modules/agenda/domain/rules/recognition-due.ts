import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';

export interface ThankedRow {
  readonly partnerId: string;
  readonly thankedOn: BusinessDate | null;
  readonly since: BusinessDate;
}

const TWO_QUARTERS_DAYS = 182;

/** A top partner whom nobody thanked for two quarters (S1.65). */
export const recognitionDue = defineRule<ThankedRow>({
  code: 'recognition_due',
  liftPpm: 60_000,
  minutes: 15,
  isNewFace: false,
  name: { ru: 'Пора поблагодарить', en: 'Thanks are due' },
  why: (_params, partner) => ({
    ru: `«${partner}» полгода не слышал от нас спасибо`,
    en: `“${partner}” has not heard thanks from us for half a year`,
  }),
  fix: { ru: 'Благодарить за дело, а не за объём', en: 'Thank for a deed, not for volume' },
  step: { ru: 'Поблагодарить публично или подарком', en: 'Thank in public or with a gift' },
  find: (rows, { today, money }) =>
    rows.flatMap((row) =>
      daysBetween(row.thankedOn ?? row.since, today) <= TWO_QUARTERS_DAYS
        ? []
        : [
            {
              subject: row.partnerId,
              partnerId: row.partnerId,
              stakeMinor: money.of(row.partnerId),
              dueOn: null,
              pinned: null,
              params: {},
            },
          ],
    ),
});
