import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { TRIAL_SALES_MOST } from '../contract/trials.ts';
import { historyPricer } from '../domain/history.ts';
import { rights } from '../policy.ts';
import { earnedBefore } from '../store/earned.ts';
import { partsToTry } from '../store/sales-to-try.ts';
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
    const parts = await partsToTry(tx, { agreementIds, from, to, currency });
    const pricers = schemes.map(({ terms }) => historyPricer(terms, agreements.length, currency));
    const sales = new Map<string, SaleTried>();
    for (const { part, ...sale } of parts) {
      const before = sales.get(sale.saleId);
      const becomes = pricers.map((pricer) => {
        const was = pricer.amounts[part.place] ?? 0n;
        pricer.add(part);
        return (pricer.amounts[part.place] ?? 0n) - was;
      });
      sales.set(sale.saleId, {
        ...sale,
        wasMinor: (before?.wasMinor ?? 0n) + sale.wasMinor,
        becomesMinor: becomes.map((minor, place) => (before?.becomesMinor[place] ?? 0n) + minor),
      });
    }
    const told = Array.from(sales.values()).toReversed();
    const earned = await earnedBefore(tx, { agreementIds, from, to });
    const earnedMinor = earned
      .filter((row) => row.currency === currency)
      .reduce((sum, row) => sum + row.earnedMinor, 0n);
    return {
      currency,
      sales: told.slice(0, TRIAL_SALES_MOST),
      more: Math.max(0, told.length - TRIAL_SALES_MOST),
      fees: {
        wasMinor: earnedMinor - told.reduce((sum, sale) => sum + sale.wasMinor, 0n),
        becomesMinor: schemes.map(({ terms }) =>
          agreements.reduce((sum, one) => sum + feesWithin(terms, one, { from, to }, tx.zone), 0n),
        ),
      },
    };
  });
}
