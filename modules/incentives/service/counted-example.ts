import type { Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import type { CountedExample } from '../contract/calculator.ts';
import { firstSale, priceExample } from '../domain/example.ts';
import { publishedVersions } from '../store/schemes.ts';

/**
 * How a scheme counts: its terms in force today and one sale priced by them. Null before its first version begins.
 * No right is asked: whoever made the scheme public has decided who reads it.
 */
export async function countedExample(
  tx: Tx,
  { schemeId, saleMinor, currency }: { schemeId: string; saleMinor: bigint; currency: string },
): Promise<CountedExample | null> {
  const today = businessDateOf(tx.now(), tx.zone);
  const begun = (await publishedVersions(tx, [schemeId])).filter(({ validFrom }) => validFrom <= today);
  const [version] = begun.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  if (!version) return null;
  const { terms } = version;
  const paidIn = terms.currency ?? currency;
  const { feesMinor, parts } = priceExample(terms, firstSale(saleMinor, paidIn, today));
  return {
    terms,
    currency: paidIn,
    saleMinor,
    feesMinor,
    parts: parts.map(({ kind, amountMinor, lines }) => ({
      kind,
      amountMinor,
      explanation: { lines: [...lines] },
    })),
  };
}
