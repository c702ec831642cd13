import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { addDays, businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import type { Terms } from '../contract/terms.ts';
import { feesDue, priceFee } from '../domain/fees.ts';
import { historyPricer } from '../domain/history.ts';
import { looksBack } from '../domain/scheme-book.ts';
import { rights } from '../policy.ts';
import { agreementsToTry, earnedBefore, type AgreementToTry } from '../store/earned.ts';
import { eachPastPart } from '../store/history.ts';

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
      today,
    });
    if (tried.length === 0) refuse('not_now', 'incentives.no_agreements_to_try');
    const currency = input.terms.currency ?? tx.currency;
    const amounts = await priceAll(tx, input, tried, currency);
    const agreementIds = tried.map((one) => one.agreementId);
    const before = await earnedBefore(tx, { agreementIds, from: input.from, to: input.to });
    const ours = new Map(
      before.filter((row) => row.currency === currency).map((row) => [row.agreementId, row]),
    );
    const others = before.filter((row) => row.currency !== currency);
    const agreements = tried.map((one, place): TriedAgreement => {
      const was = ours.get(one.agreementId);
      return {
        agreementId: one.agreementId,
        partnerId: one.partnerId,
        partnerName: one.partnerName,
        sales: was?.sales ?? 0,
        salesMinor: was?.salesMinor ?? 0n,
        wasMinor: was?.earnedMinor ?? 0n,
        becomesMinor: (amounts[place] ?? 0n) + feesWithin(input, one, tx.zone),
      };
    });
    return {
      currency,
      agreements: agreements
        .filter((row) => row.sales > 0 || row.wasMinor !== 0n || row.becomesMinor !== 0n)
        .toSorted((a, b) => compare(change(b), change(a))),
      otherCurrencySales: others.reduce((sum, row) => sum + row.sales, 0),
    };
  });
}

async function priceAll(tx: Tx, input: CheckOnHistory, tried: readonly AgreementToTry[], currency: string) {
  const pricer = historyPricer(input.terms, tried.length, currency);
  const agreementIds = tried.map((one) => one.agreementId);
  const { from, to } = input;
  await eachPastPart(tx, { agreementIds, from, to, currency, inOrder: looksBack(input.terms) }, (part) =>
    pricer.add(part),
  );
  return pricer.amounts;
}

function feesWithin({ terms, from, to }: CheckOnHistory, agreement: AgreementToTry, zone: string): bigint {
  const validFrom = agreement.startsOn > from ? agreement.startsOn : from;
  const due = feesDue(() => terms, { validFrom, validTo: agreement.endsOn }, addDays(to, -1), zone);
  return due.reduce((sum, fee) => sum + priceFee(terms, fee).amountMinor, 0n);
}

function change(row: TriedAgreement): bigint {
  const difference = row.becomesMinor - row.wasMinor;
  return difference < 0n ? -difference : difference;
}

const compare = (a: bigint, b: bigint) => (a > b ? 1 : a < b ? -1 : 0);
