import { useFormat, useWords, type AnswerOf } from '@mosty/ui-kit';
import type { readOwnLimits } from '../contract.ts';

export type LimitShown = NonNullable<AnswerOf<typeof readOwnLimits>['limit']>;
type Most = Omit<LimitShown, 'because' | 'used'> & Partial<Pick<LimitShown, 'used'>>;

const PPM_A_PERCENT = 10_000;

/** What is limited, line by line: as a rule (`most`), as the team (`now`) and as the partner (`own`) is told. */
export function useLimitLines(voice: 'most' | 'now' | 'own'): (limit: Most) => string[] {
  const t = useWords('lifecycle');
  const format = useFormat();
  return ({ dealsMax, accruedMinorMax, discountPpmMax, currency, used }) => [
    ...(dealsMax === null ? [] : [t(`limits.${voice}Deals`, { most: dealsMax, used: used?.deals ?? 0 })]),
    ...(accruedMinorMax === null
      ? []
      : [
          t(`limits.${voice}Accrued`, {
            most: format.money(accruedMinorMax, { currency }),
            used: format.money(used?.accruedMinor ?? 0, { currency }),
          }),
        ]),
    ...(discountPpmMax === null
      ? []
      : [t(`limits.${voice}Discount`, { most: discountPpmMax / PPM_A_PERCENT })]),
  ];
}
