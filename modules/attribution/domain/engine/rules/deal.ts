import type { Reason } from '../../../contract.ts';
import type { RuleOf } from '../../../contract/policy.ts';
import type { DealFact, Facts } from '../facts.ts';
import { nothing, WHOLE_PPM, type Named, type Says } from './says.ts';

/**
 * The client was registered by a partner before: the deal the sale is linked to, otherwise the earliest that protects
 * the client on the day. A sale that our own people closed past such a registration is still its partner's, unless the
 * policy says otherwise: a direct seller does not gain by going round a partner.
 */
export function deal(facts: Facts, rule: RuleOf<'deal'>): Says {
  const deals = dealsInOrder(facts);
  const own = deals.find((one) => one.linked && one.source === null);
  const partners = deals.filter((one) => one.source !== null);
  // A deal of our own, opened after the registration, is the same bypass; opened before it, it was ours already.
  const registered = own ? partners.filter((one) => one.registeredAt < own.registeredAt) : partners;
  const [decides, ...others] = registered;
  if (!decides)
    return own
      ? {
          says: 'nothing',
          reason: { code: 'own_deal', params: { number: own.number } },
          passed: partners.flatMap((one) => named(one, 'own_deal_earlier', { earlier: own.number })),
        }
      : nothing('no_deal');
  if (!decides.linked && rule.bypass === 'counts_as_direct')
    return {
      says: 'nothing',
      reason: { code: 'bypass_not_credited', params: paramsOf(decides) },
      passed: registered.flatMap((one) => named(one, 'bypass_not_credited')),
    };
  return {
    says: 'names',
    named: named(decides, decides.linked ? 'deal_registered' : 'deal_protects'),
    passed: others.flatMap((one) => named(one, 'earlier_registration', { earlier: decides.number })),
  };
}

/** The deal whose participants take part in the sale: linked to it, or the one that protects its client. */
export function dealsInOrder({ deals, day }: Facts): DealFact[] {
  return deals
    .filter((one) => one.linked || one.protectedUntil === null || day <= one.protectedUntil)
    .toSorted(
      (a, b) =>
        Number(b.linked) - Number(a.linked) ||
        (a.registeredAt === b.registeredAt ? a.number - b.number : a.registeredAt < b.registeredAt ? -1 : 1),
    );
}

const paramsOf = (one: DealFact): Reason['params'] => ({
  number: one.number,
  since: one.registeredAt.slice(0, 10),
});

/** Several who brought it together share it as the deal says, where the deal shares out the whole. */
function named(one: DealFact, code: string, more: Reason['params'] = {}): Named[] {
  const { source, dealId } = one;
  if (!source) return [];
  const reason = { code, params: { ...paramsOf(one), ...more } };
  const parts = one.participants.filter(({ role }) => role === 'source');
  const told = parts.reduce((sum, part) => sum + BigInt(part.sharePpm), 0n);
  const own = parts.find((part) => part.agreementId === source.agreementId);
  const together =
    told === WHOLE_PPM && own
      ? parts
      : [{ ...source, sharePpm: Number(WHOLE_PPM), capMinor: own?.capMinor ?? null }];
  return together
    .toSorted((a, b) => b.sharePpm - a.sharePpm || (a.agreementId < b.agreementId ? -1 : 1))
    .map(({ partnerId, agreementId, sharePpm, capMinor }) => ({
      partnerId,
      agreementId,
      sharePpm: BigInt(sharePpm),
      reason,
      deal: { dealId, capMinor: capMinor === null ? null : BigInt(capMinor) },
    }));
}
