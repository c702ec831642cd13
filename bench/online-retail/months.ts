import { approveMatured } from '@mosty/incentives';
import { Refusal } from '@mosty/kernel/refusal';
import { refreshStatistics } from '@mosty/kernel/db';
import { addDays, addMonths, firstDay, type Month } from '@mosty/kernel/time';
import { approvePayoutBatch, closeMonth, makePayoutBatch, markPaid } from '@mosty/payouts';
import { listStatements } from '@mosty/payouts/contract';
import { payoutsRoutes } from '@mosty/payouts/http';
import * as z from 'zod';
import type { Company } from './company.ts';

export interface PartnerMonth {
  readonly partner: string;
  readonly month: Month;
  readonly accruedMinor: bigint;
  readonly clawedBackMinor: bigint;
  readonly paidMinor: bigint;
  readonly closingMinor: bigint;
}

/**
 * Pays what a month earned on its last day and closes it: what matured is approved, the owner makes the batch,
 * finance approves it, the bank takes it. Whoever is below the minimum or below zero is carried.
 */
export async function payAndClose(
  company: Company,
  month: Month,
): Promise<{ payouts: number; paidMinor: bigint }> {
  const { owner, finance } = company;
  const payOn = addDays(firstDay(addMonths(month, 1)), -1);
  await approveMatured(owner, { upTo: payOn });
  const paid = await payout(company, month, payOn);
  await closeMonth(finance, { month });
  await refreshStatistics(owner.database);
  return paid;
}

async function payout({ owner, finance }: Company, month: Month, payOn: ReturnType<typeof addDays>) {
  try {
    const { batchId } = await makePayoutBatch(owner, { through: month, payOn });
    await approvePayoutBatch(finance, { batchId });
    const { paid, paidMinor } = await markPaid(finance, { batchId, paidOn: payOn });
    return { payouts: paid, paidMinor };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'payouts.nothing_to_pay')
      return { payouts: 0, paidMinor: 0n };
    throw error;
  }
}

/** Every partner's figures of a closed month, as the partner reads them in the statement. */
export async function readMonth(company: Company, month: Month): Promise<PartnerMonth[]> {
  const served = payoutsRoutes.find(({ operation }) => operation.id === listStatements.id);
  if (!served) throw new Error('statements are not served');
  const months: PartnerMonth[] = [];
  let cursor: string | undefined;
  do {
    const query = listStatements.query.parse({ month, limit: 100, cursor });
    const answer = await served.handle(company.owner, {
      params: {},
      query,
      body: undefined,
      remoteAddress: '',
      origin: 'http://localhost',
      headers: {},
    });
    const page = pageSchema.parse(listStatements.answer.parse(answer));
    months.push(
      ...page.items.map((row) => ({
        partner: row.partnerName,
        month,
        accruedMinor: BigInt(row.accruedMinor),
        clawedBackMinor: BigInt(row.clawedBackMinor),
        paidMinor: BigInt(row.paidMinor),
        closingMinor: BigInt(row.closingMinor),
      })),
    );
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return months;
}

const pageSchema = z.object({
  items: z.array(
    z.object({
      partnerName: z.string(),
      accruedMinor: z.int(),
      clawedBackMinor: z.int(),
      paidMinor: z.int(),
      closingMinor: z.int(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
