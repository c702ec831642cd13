import type { BusinessDate } from '@mosty/kernel/time';
import type { Reason, Rule } from './contract.ts';

/** An agreement as attribution sees it. Dates are days of the company's calendar; `endsOn` is not included. */
export interface AgreementFact {
  readonly id: string;
  readonly partnerId: string;
  readonly class: 'referral' | 'partner_sales' | 'alliance';
  readonly kind: string;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate | null;
  readonly accepted: boolean;
  readonly launchedOn: BusinessDate | null;
  readonly endedOn: BusinessDate | null;
}

/** What is known of one sale, or of one credit to a client, before anybody is credited. */
export interface SaleFacts {
  readonly day: BusinessDate;
  /** What the source named, word for word, and whom it turned out to be. */
  readonly named: { readonly text: string; readonly partnerId: string | null } | null;
  readonly code:
    | { readonly text: string; readonly partnerId: string; readonly agreementId: string }
    | { readonly text: string; readonly partnerId: null }
    | null;
  readonly keeper: {
    readonly partnerId: string;
    readonly sinceDay: BusinessDate | null;
    readonly clientName: string;
  } | null;
}

export interface Credit {
  readonly partnerId: string;
  readonly agreement: AgreementFact;
  readonly rule: Rule;
  readonly reason: Reason;
}

export type Decision =
  | { readonly kind: 'credited'; readonly credit: Credit }
  /** Somebody was named and yet nobody is credited. */
  | { readonly kind: 'uncredited'; readonly reason: Reason }
  /** Nobody was named: a direct sale. */
  | { readonly kind: 'direct' };

/**
 * Who brought the sale. Rules are tried in order, the first that names somebody decides: an explicit partner beats
 * a code, a code beats the client's keeper. A rule that names somebody without an agreement in force does not fall
 * through to the next: the credit would silently go to another, and the two would quarrel.
 */
export function decideSource(
  facts: SaleFacts,
  agreementsOf: (partnerId: string) => readonly AgreementFact[],
): Decision {
  if (facts.named) {
    const { text, partnerId } = facts.named;
    if (!partnerId) return uncredited('named_partner_unknown', { named: text });
    return credit(partnerId, null, 'explicit_partner', { code: 'named_in_row', params: { named: text } });
  }
  if (facts.code) {
    const { text } = facts.code;
    if (facts.code.partnerId === null) return uncredited('code_unknown', { named: text });
    return credit(facts.code.partnerId, facts.code.agreementId, 'code', {
      code: 'code_in_row',
      params: { named: text },
    });
  }
  if (facts.keeper && (facts.keeper.sinceDay === null || facts.keeper.sinceDay <= facts.day)) {
    const params = { client: facts.keeper.clientName, since: facts.keeper.sinceDay ?? '' };
    return credit(facts.keeper.partnerId, null, 'keeper', { code: 'keeps_client', params });
  }
  return { kind: 'direct' };

  function credit(partnerId: string, agreementId: string | null, rule: Rule, reason: Reason): Decision {
    const all = agreementsOf(partnerId);
    const candidates = agreementId ? all.filter((agreement) => agreement.id === agreementId) : all;
    const inForce = candidates.filter((agreement) => isInForce(agreement, facts.day)).sort(byPreference);
    const agreement = inForce[0];
    if (!agreement) return uncredited('no_agreement_in_force', { ...reason.params, day: facts.day });
    const others = inForce.length - 1;
    const params = others > 0 ? { ...reason.params, agreementsInForce: inForce.length } : reason.params;
    return { kind: 'credited', credit: { partnerId, agreement, rule, reason: { ...reason, params } } };
  }
}

function uncredited(code: string, params: Reason['params']): Decision {
  return { kind: 'uncredited', reason: { code, params } };
}

/** Accepted by both, launched, and the day is within its dates (S2.19: without launch it is a contact). */
export function isInForce(agreement: AgreementFact, day: BusinessDate): boolean {
  return (
    agreement.accepted &&
    agreement.launchedOn !== null &&
    agreement.startsOn <= day &&
    (agreement.endsOn === null || day < agreement.endsOn) &&
    (agreement.endedOn === null || day <= agreement.endedOn)
  );
}

const CLASS_ORDER = { partner_sales: 0, referral: 1, alliance: 2 } as const;

/** Where several agreements are in force and the row names none: the outside network first, then the oldest. */
function byPreference(a: AgreementFact, b: AgreementFact): number {
  const byClass = CLASS_ORDER[a.class] - CLASS_ORDER[b.class];
  if (byClass !== 0) return byClass;
  if (a.startsOn !== b.startsOn) return a.startsOn < b.startsOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
