import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import { addMonths, month, monthRange, type Month } from '@mosty/kernel/time';
import { approvePayoutBatch } from './approve-payout-batch.ts';
import { cancelPayoutBatch } from './cancel-payout-batch.ts';
import { closeMonth } from './close-month.ts';
import { makePayoutBatch } from './make-payout-batch.ts';
import { markPaid } from './mark-paid.ts';
import { partnerMoney } from './partner-money.ts';
import { firm, type Firm } from './payouts.fixture.ts';
import { setPayoutPolicy } from './set-policy.ts';
import { verifyMoney } from './verify-money.ts';

let the: Firm;

beforeAll(async () => {
  the = await firm();
  await setPayoutPolicy(the.owner, {
    payDay: 10,
    silenceDays: 5,
    secondApproverAboveMinor: null,
    requisites: 'not_asked',
    payer: null,
  });
});
afterAll(() => the?.close());

/** An expected answer, not a fault: somebody tried what the rules forbid at that moment. */
async function allowed<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
}

const tenPercent = (minor: bigint) => (minor * 10n + 50n) / 100n;

describe('whatever happens in whatever order (money.md)', () => {
  test('both oracles hold after every step, closed months stay, and every kopeck earned is paid, taken back or owed', async () => {
    type Step =
      | { do: 'sale'; amount: bigint; monthsAgo: number }
      | { do: 'refund'; of: number; part: bigint }
      | { do: 'batch'; end: 'pay' | 'cancel' | 'leave' }
      | { do: 'next month' };
    const step: fc.Arbitrary<Step> = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          do: fc.constant('sale' as const),
          amount: fc.bigInt(1n, 10_000_00n),
          monthsAgo: fc.nat(2),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant('refund' as const),
          of: fc.nat(20),
          part: fc.bigInt(1n, 100n),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant('batch' as const),
          end: fc.constantFrom('pay' as const, 'cancel' as const, 'leave' as const),
        }),
      },
      { weight: 1, arbitrary: fc.constant({ do: 'next month' as const }) },
    );
    let run = 0;
    let now = month('2026-03');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        run += 1;
        const name = `Случайный ${run}`;
        const partnerId = await the.partner(name);
        const sales: { number: string; left: bigint }[] = [];
        let open: { batchId: Id<'payout_batch'> } | undefined;
        for (const one of steps) {
          if (one.do === 'sale') {
            const at = monthRange(addMonths(now, -one.monthsAgo), 'Europe/Moscow').from.toISOString();
            sales.push({ number: await the.sale(name, one.amount, at), left: one.amount });
          } else if (one.do === 'refund') {
            const sale = sales[one.of % Math.max(1, sales.length)];
            if (!sale) continue;
            const amount = (sale.left * one.part) / 100n;
            if (amount === 0n) continue;
            await the.refund(sale.number, amount, monthRange(now, 'Europe/Moscow').from.toISOString());
            sale.left -= amount;
          } else if (one.do === 'batch') {
            open ??= await allowed(makePayoutBatch(the.finance, {}));
            if (open && one.end !== 'leave') {
              const batch = open;
              open = undefined;
              if (one.end === 'cancel') await cancelPayoutBatch(the.finance, { ...batch, reason: 'Случай' });
              else {
                await approvePayoutBatch(the.owner, batch);
                await markPaid(the.finance, batch);
              }
            }
          } else {
            now = addMonths(now, 1);
            the.now(new Date(monthRange(now, 'Europe/Moscow').from.getTime() + 86_400_000).toISOString());
            await allowed(closeMonth(the.finance, { month: addMonths(now, -1) as Month }));
          }
          expect(await verifyMoney(the.finance)).toMatchObject({ holds: true });
        }
        if (open) await cancelPayoutBatch(the.finance, { ...open, reason: 'Конец' });
        const [standing] = (await partnerMoney(the.finance, { partnerId })).standing;
        const kept = (standing?.owedMinor ?? 0n) + (standing?.paidMinor ?? 0n);
        // Proportional clawback rounds each sale once: what is kept is ten percent of what was kept, to a kopeck a sale.
        const expected = sales.reduce((sum, sale) => sum + tenPercent(sale.left), 0n);
        expect(kept - expected).toBeGreaterThanOrEqual(-BigInt(sales.length));
        expect(kept - expected).toBeLessThanOrEqual(BigInt(sales.length));
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);
});
