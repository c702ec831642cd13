import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { TRIAL_SALES_MOST } from '../contract/trials.ts';
import { historyPricer, type HistoryPricer } from '../domain/history.ts';
import { rights } from '../policy.ts';
import { earnedBefore } from '../store/earned.ts';
import { partsToTry, type TriedUpTo } from '../store/sales-to-try.ts';
import { whatIsTried, type TrialQuestion } from './compare-on-history.ts';
import { feesWithin } from './try-terms.ts';

interface SaleTried {
  readonly saleId: Id<'sale'>;
  readonly number: string;
  readonly occurredAt: Date;
  readonly amountMinor: bigint;
  readonly wasMinor: bigint;
  readonly becomesMinor: bigint[];
}

/**
 * The sales behind a partner's line of a comparison: the very pricer that counted the line, asked sale by sale. What adds
 * up to the line is these sales, those before them, and the fees. @throws as `compareOnHistory`
 */
export function listTrialSales(
  ctx: Context,
  { partnerId, ...question }: TrialQuestion & { readonly partnerId: Id<'partner'> },
) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'scheme.read');
    const { currency, agreements } = await whatIsTried(tx, { ...question, partnerIds: [partnerId] });
    const { from, to, schemes } = question;
    const agreementIds = agreements.map((one) => one.agreementId);
    const { shown, count, wasMinor } = await priceSales(
      tx,
      { agreementIds, from, to, currency },
      schemes.map(({ terms }) => historyPricer(terms, agreements.length, currency)),
    );
    const earned = await earnedBefore(tx, { agreementIds, from, to });
    const earnedMinor = earned
      .filter((row) => row.currency === currency)
      .reduce((sum, row) => sum + row.earnedMinor, 0n);
    return {
      currency,
      sales: shown,
      more: count - shown.length,
      fees: {
        wasMinor: earnedMinor - wasMinor,
        becomesMinor: schemes.map(({ terms }) =>
          agreements.reduce((sum, one) => sum + feesWithin(terms, one, { from, to }, tx.zone), 0n),
        ),
      },
    };
  });
}

/** Levels look back, so every sale is priced in the order of time; of them only the latest are kept, and told first. */
async function priceSales(
  tx: Tx,
  of: Parameters<typeof partsToTry>[1],
  pricers: readonly HistoryPricer[],
): Promise<{ shown: SaleTried[]; count: number; wasMinor: bigint }> {
  const latest = new Map<string, SaleTried>();
  let [count, wasMinor] = [0, 0n];
  let after: TriedUpTo | null = null;
  do {
    const { parts, next }: Awaited<ReturnType<typeof partsToTry>> = await partsToTry(tx, of, after);
    for (const { part, ...sale } of parts) {
      const before = latest.get(sale.saleId);
      const becomes = pricers.map((pricer) => added(pricer, part));
      latest.set(sale.saleId, {
        ...sale,
        wasMinor: (before?.wasMinor ?? 0n) + sale.wasMinor,
        becomesMinor: becomes.map((minor, place) => (before?.becomesMinor[place] ?? 0n) + minor),
      });
      wasMinor += sale.wasMinor;
      if (before) continue;
      count += 1;
      const [oldest] = latest.keys();
      if (latest.size > TRIAL_SALES_MOST && oldest !== undefined) latest.delete(oldest);
    }
    after = next;
  } while (after !== null);
  return { shown: Array.from(latest.values()).toReversed(), count, wasMinor };
}

function added(pricer: HistoryPricer, part: Parameters<HistoryPricer['add']>[0]): bigint {
  const before = pricer.amounts[part.place] ?? 0n;
  pricer.add(part);
  return (pricer.amounts[part.place] ?? 0n) - before;
}
