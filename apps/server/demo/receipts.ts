import { look } from '@mosty/kernel/db';
import { addDays, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { attachDocument, missingReceipts } from '@mosty/payouts';
import { COMPANY } from './cast.ts';
import type { Stage } from './stage.ts';

/** Since this many days Светлана shows no receipt (story 5): that of the last payout but one is overdue by the law. */
const FORGETS_FOR_DAYS = 31;
const FORGETFUL = 'Светлана Р.';

/** On the ninth, the last day by the law, the self-employed show receipts of what was paid to them a month ago. */
export async function showReceipts(stage: Stage, ninth: BusinessDate, today: BusinessDate): Promise<void> {
  const missing = await look(stage.finance, (tx) => missingReceipts(tx, { limit: 20 }));
  if (missing.length === 0) return;
  stage.clock.set(new Date(startOfDay(ninth, COMPANY.zone).getTime() + 11 * 3_600_000));
  const forgets = ninth >= addDays(today, -FORGETS_FOR_DAYS - 1);
  for (const { payoutId, partnerName, paidOn } of missing) {
    if (partnerName === FORGETFUL && forgets) continue;
    const number = `20${paidOn.replaceAll('-', '')}${partnerName === FORGETFUL ? 'с' : 'м'}`;
    await attachDocument(stage.finance, {
      kind: 'receipt',
      payoutId,
      number,
      onDay: addDays(paidOn, 1),
      link: `https://lknpd.example/receipt/${encodeURIComponent(number)}`,
    });
  }
}
