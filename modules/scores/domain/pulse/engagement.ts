import { addDays, type BusinessDate } from '@mosty/kernel/time';
import type { Part, Row } from '../../contract/parts.ts';
import type { Facts } from '../facts.ts';
import { part, smoothed } from '../part.ts';

const QUARTER_DAYS = 90;
/** Coming once a week is as often as anybody has to. */
const VISITS_A_MONTH = 4;

/** Half by the plan of the quarter, three tenths by coming to the portal, two tenths by saying anything to us. */
export function engagement(
  { plan, cameOn, wrote }: Pick<Facts, 'plan' | 'cameOn' | 'wrote'>,
  today: BusinessDate,
): Part {
  const from = addDays(today, -QUARTER_DAYS);
  const due = plan.filter(({ on }) => on > from);
  const done = due.filter((one) => one.done).length;
  const days = new Set(cameOn);
  const share =
    0.5 * smoothed(done, due.length, 0.7, 4) +
    0.3 * Math.min(1, days.size / VISITS_A_MONTH) +
    0.2 * (wrote.length > 0 ? 1 : 0);
  const rows: Row[] = [
    ...due.map(({ id, on, done: isDone }): Row => ({ id, on, says: isDone ? 'plan_done' : 'plan_missed' })),
    ...[...days].map((on): Row => ({ id: `came ${on}`, on, says: 'came' })),
    ...wrote.map(({ id, on }): Row => ({ id, on, says: 'wrote' })),
  ];
  return part('engagement', 20, share, rows);
}
