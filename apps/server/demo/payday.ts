import { approveMatured } from '@mosty/incentives';
import { addMonths, businessDateOf, startOfDay, type BusinessDate, type Month } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import type { Stage } from './stage.ts';

/** The tenth of the next month. */
export async function payday(stage: Stage, _index: number, month: Month, today: BusinessDate): Promise<void> {
  const day = `${addMonths(month, 1)}-10` as BusinessDate;
  if (day >= today) return;
  stage.clock.set(new Date(startOfDay(day, COMPANY.zone).getTime() + 10 * 3_600_000));
  await approveMatured(stage.finance, { upTo: businessDateOf(stage.clock.now(), COMPANY.zone) });
}
