import { addDays, type BusinessDate } from '@mosty/kernel/time';
import { planReviews } from '@mosty/reviews';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

/** Story 1: the best integrator waits for its review six days too long; the others have till the end of next week. */
export async function tellReviews(
  { system }: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
): Promise<void> {
  const best = enrolled.get('Вектор CRM');
  if (best) await planReviews(system, { partnerId: best.partnerId, dueOn: addDays(today, -6) });
  await planReviews(system, { dueOn: addDays(today, 9) });
}
