import type { Tx } from '@mosty/kernel/context';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import type { Terms } from '../contract/terms.ts';
import { feesDue, priceFee } from '../domain/fees.ts';
import { historyPricer } from '../domain/history.ts';
import { looksBack } from '../domain/scheme-book.ts';
import { earnedBefore, type AgreementToTry } from '../store/earned.ts';
import { eachPastPart } from '../store/history.ts';

export interface TryTerms {
  readonly terms: readonly Terms[];
  readonly agreements: readonly AgreementToTry[];
  readonly currency: string;
  /** Days of the sales: half-open. */
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/**
 * What past sales would have earned by each of the terms, against what they earned, before refunds on both sides. Sales
 * are read once, however many terms price them. Fixed fees are counted for the months of the agreement within the days.
 */
export async function tryTerms(tx: Tx, input: TryTerms) {
  const { agreements, terms, currency, from, to } = input;
  const agreementIds = agreements.map((one) => one.agreementId);
  const pricers = terms.map((one) => historyPricer(one, agreements.length, currency));
  await eachPastPart(tx, { agreementIds, from, to, currency, inOrder: terms.some(looksBack) }, (part) => {
    for (const pricer of pricers) pricer.add(part);
  });
  const amounts = pricers.map((pricer) => pricer.amounts);
  const before = await earnedBefore(tx, { agreementIds, from, to });
  const ours = new Map(
    before.filter((row) => row.currency === currency).map((row) => [row.agreementId, row]),
  );
  return {
    tried: agreements.map((one, place) => {
      const was = ours.get(one.agreementId);
      return {
        agreementId: one.agreementId,
        partnerId: one.partnerId,
        partnerName: one.partnerName,
        sales: was?.sales ?? 0,
        salesMinor: was?.salesMinor ?? 0n,
        wasMinor: was?.earnedMinor ?? 0n,
        becomesMinor: terms.map(
          (some, at) => (amounts[at]?.[place] ?? 0n) + feesWithin(some, one, input, tx.zone),
        ),
      };
    }),
    otherCurrencySales: before
      .filter((row) => row.currency !== currency)
      .reduce((sum, row) => sum + row.sales, 0),
  };
}

/** Fixed fees of the terms for the months of the agreement within the days. */
export function feesWithin(
  terms: Terms,
  agreement: AgreementToTry,
  { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
  zone: string,
): bigint {
  const validFrom = agreement.startsOn > from ? agreement.startsOn : from;
  const due = feesDue(() => terms, { validFrom, validTo: agreement.endsOn }, addDays(to, -1), zone);
  return due.reduce((sum, fee) => sum + priceFee(terms, fee).amountMinor, 0n);
}
