import { agreementsAt, type AgreementFact } from '@mosty/agreements';
import type { Tx } from '@mosty/kernel/context';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';

/**
 * The agreement a partner takes part in a deal by: the one named, or its launched one before one that is accepted only,
 * selling before advising. Nobody registers before the rules are accepted (S0.39).
 * @throws deals.no_agreement
 */
export async function chooseAgreement(
  tx: Tx,
  partnerId: string,
  named: string | undefined,
): Promise<AgreementFact> {
  return (
    agreementFor(tx, await agreementsAt(tx, [partnerId]), named) ??
    refuse('not_now', 'deals.no_agreement', { partnerId })
  );
}

/** The same of agreements read before; undefined: there is none in force. */
export function agreementFor(
  tx: Tx,
  agreements: readonly AgreementFact[],
  named?: string,
): AgreementFact | undefined {
  const today = businessDateOf(tx.now(), tx.zone);
  const [best] = agreements
    .filter((one) => named === undefined || one.id === named)
    .filter((one) => one.accepted && one.endedOn === null && (one.endsOn === null || today < one.endsOn))
    .toSorted(
      (a, b) =>
        Number(b.launchedOn !== null) - Number(a.launchedOn !== null) ||
        PREFERRED.indexOf(a.class) - PREFERRED.indexOf(b.class) ||
        (a.id < b.id ? -1 : 1),
    );
  return best;
}

const PREFERRED = ['partner_sales', 'referral', 'alliance'];
