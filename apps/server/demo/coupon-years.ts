import { settleSales } from '@mosty/incentives';
import { addDays, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import { PLANS, type Plan } from './simulate.ts';
import type { Stage } from './stage.ts';

const NOON_MS = 12 * 3_600_000;
/** A year paid at once: 154 800 ₽ and twice 58 800 ₽, so that thirty percent of it is worth holding. */
const YEARS: readonly (readonly [client: string, plan: Plan, daysAgo: number])[] = [
  ['ООО «Всё для дачи»', 'trade', 14],
  ['ИП Канаев С. Р.', 'start', 11],
  ['Магазин «Две лестницы»', 'start', 9],
];

/** Story 2: before the flag three buyers paid for a year by the code at once. */
export async function payYears(stage: Stage, of: string, today: BusinessDate): Promise<void> {
  for (const [place, [clientName, plan, daysAgo]] of YEARS.entries()) {
    const occurredAt = new Date(startOfDay(addDays(today, -daysAgo), COMPANY.zone).getTime() + NOON_MS);
    stage.clock.set(occurredAt);
    const amountMinor = PLANS[plan] * 12n;
    await settleSales(stage.finance, {
      source: 'billing',
      sales: [
        {
          externalId: `YEAR-${place + 1}`,
          clientExternalId: `K-YEAR-${place + 1}`,
          clientName,
          namedPartner: of,
          occurredAt,
          currency: COMPANY.currency,
          amountMicro: amountMinor * 1_000_000n,
          costMinor: (amountMinor * 22n) / 100n,
          product: `${plan}-year`,
        },
      ],
    });
  }
}
