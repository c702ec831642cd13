import { accrueFees, approveMatured } from '@mosty/incentives';
import {
  acceptSilentStatements,
  approvePayoutBatch,
  closeMonth,
  makePayoutBatch,
  markPaid,
  previewPayoutBatch,
  sendPayoutBatch,
  sendStatements,
} from '@mosty/payouts';
import {
  addDays,
  addMonths,
  businessDateOf,
  startOfDay,
  type BusinessDate,
  type Month,
} from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import { showReceipts } from './receipts.ts';
import type { Stage } from './stage.ts';

const PAY_DAY = 10;

/**
 * The tenth of the next month: fixed fees are accrued, mature accruals approved, the month is closed, last month's
 * silence is taken for consent, statements go out, and what is due is paid: made by finance, approved by the owner.
 */
export async function payday(stage: Stage, month: Month, today: BusinessDate): Promise<void> {
  const day = `${addMonths(month, 1)}-${PAY_DAY}` as BusinessDate;
  if (day >= today) return;
  await showReceipts(stage, addDays(day, -1), today);
  stage.clock.set(new Date(startOfDay(day, COMPANY.zone).getTime() + 10 * 3_600_000));
  await accrueFees(stage.finance);
  await approveMatured(stage.finance, { upTo: businessDateOf(stage.clock.now(), COMPANY.zone) });
  await closeMonth(stage.finance, { month });
  await acceptSilentStatements(stage.finance);
  await sendStatements(stage.finance, { month });
  const due = await previewPayoutBatch(stage.finance, { currency: COMPANY.currency });
  if (due.chosen.length === 0) return;
  const made = await makePayoutBatch(stage.finance, { currency: COMPANY.currency });
  await approvePayoutBatch(stage.owner, { batchId: made.batchId });
  await sendPayoutBatch(stage.finance, { batchId: made.batchId });
  await markPaid(stage.finance, { batchId: made.batchId });
}
