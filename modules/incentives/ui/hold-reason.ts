/** As the program says it of a hold nobody in particular placed; anything else was said by a person. */
const BEYOND_LIMIT = 'stage_limit';

export function holdReason<Reason extends string | null>(
  t: (key: 'accruals.beyondLimit') => string,
  reason: Reason,
): Reason | string {
  return reason === BEYOND_LIMIT ? t('accruals.beyondLimit') : reason;
}
