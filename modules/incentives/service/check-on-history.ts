import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import type { Terms } from '../contract/terms.ts';
import { rights } from '../policy.ts';
import { agreementsToTry } from '../store/earned.ts';
import { tryTerms } from './try-terms.ts';

export interface CheckOnHistory {
  readonly terms: Terms;
  /** Only agreements that this scheme pays today; or of one class; or all that were launched. */
  readonly schemeId?: Id<'scheme'> | undefined;
  readonly class?: string | undefined;
  /** Days of the sales: half-open. */
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

export interface TriedAgreement {
  readonly agreementId: Id<'agreement'>;
  readonly partnerId: Id<'partner'>;
  readonly partnerName: string;
  readonly sales: number;
  readonly salesMinor: bigint;
  readonly wasMinor: bigint;
  readonly becomesMinor: bigint;
}

export interface TriedOnHistory {
  readonly currency: string;
  /** Largest change first. */
  readonly agreements: readonly TriedAgreement[];
  /** Sales in other currencies, which the terms do not price. */
  readonly otherCurrencySales: number;
}

/**
 * What past sales would have earned under a draft, against what they earned, before refunds on both sides. Nothing is
 * posted. Fixed fees are counted for the months of the agreement within the days asked for.
 * @throws incentives.no_agreements_to_try
 */
export function checkOnHistory(ctx: Context, input: CheckOnHistory): Promise<TriedOnHistory> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'scheme.read');
    const today = businessDateOf(tx.now(), tx.zone);
    const tried = await agreementsToTry(tx, {
      schemeId: input.schemeId ?? null,
      class: input.class ?? null,
      partnerIds: null,
      today,
    });
    if (tried.length === 0) refuse('not_now', 'incentives.no_agreements_to_try');
    const currency = input.terms.currency ?? tx.currency;
    const { from, to } = input;
    const found = await tryTerms(tx, { terms: [input.terms], agreements: tried, currency, from, to });
    return {
      currency,
      agreements: found.tried
        .map(({ becomesMinor, ...row }): TriedAgreement => ({ ...row, becomesMinor: becomesMinor[0] ?? 0n }))
        .filter((row) => row.sales > 0 || row.wasMinor !== 0n || row.becomesMinor !== 0n)
        .toSorted((a, b) => compare(change(b), change(a))),
      otherCurrencySales: found.otherCurrencySales,
    };
  });
}

function change(row: TriedAgreement): bigint {
  const difference = row.becomesMinor - row.wasMinor;
  return difference < 0n ? -difference : difference;
}

const compare = (a: bigint, b: bigint) => (a > b ? 1 : a < b ? -1 : 0);
