import { closeMonth, setPlan } from '@mosty/economics';
import { monthOfInstant, type Month } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import type { Stage } from './stage.ts';

/** The plan of the department grew by as much each month; once, in autumn of the second year, it was lowered, with a reason. */
export async function planMonth(stage: Stage, index: number, month: Month): Promise<void> {
  const plan = (roubles: number, reason?: string) =>
    setPlan(stage.head, {
      month,
      class: 'partner_sales',
      revenueMinor: roubles * 100,
      clients: 3 + Math.floor(index * 0.3),
      ...(reason ? { reason } : {}),
    });
  await plan(110_000 * (index + 1));
  if (index === 13) await plan(1_350_000, 'Два внедренца заняты чужими проектами до конца месяца');
}

/** Every month that was over by last month is closed: its figures are kept, and what came late would show. */
export async function closeMonths(stage: Stage, months: readonly Month[]): Promise<void> {
  const running = monthOfInstant(stage.clock.now(), COMPANY.zone);
  for (const month of months.filter((one) => one < running).slice(0, -1))
    await closeMonth(stage.finance, { month });
}
