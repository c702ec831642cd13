import type { Proof } from '@mosty/directory/contract';
import { Refusal } from '@mosty/kernel/refusal';
import type { BusinessDate } from '@mosty/kernel/time';
import { KINDS_OF, type Kind, type ReportingClass } from '../contract/classes.ts';
import type { Expectations } from '../contract/version.ts';
import { checkExclusivity } from './exclusivity.ts';

export interface NewAgreement {
  readonly partnerId: string;
  readonly class: ReportingClass;
  readonly kind: Kind;
  readonly number?: string | null | undefined;
  readonly clientId?: string | null | undefined;
  readonly startsOn: BusinessDate;
  readonly endsOn?: BusinessDate | null | undefined;
  readonly classReason?: string | null | undefined;
  readonly expectations?: Expectations | undefined;
  readonly signedOn?: BusinessDate | null | undefined;
  readonly launchedOn?: BusinessDate | null | undefined;
}

/** What a referral agreement needs to know of its client. */
export interface Referrer {
  /** The day of the first payment in the company's zone. */
  readonly firstPaidOn: BusinessDate | null;
  readonly missingProofs: readonly Proof[];
  /** It has an open referral agreement already. */
  readonly refers: boolean;
}

/** Dates and the pair of class and kind, before anything is looked up. */
export function checkOpening(row: NewAgreement, today: BusinessDate): Refusal | null {
  if (!KINDS_OF[row.class].includes(row.kind)) {
    return new Refusal('invalid', 'agreements.kind_not_of_class', {
      class: row.class,
      kind: row.kind,
      kinds: KINDS_OF[row.class],
    });
  }
  if (row.class === 'referral' && !row.clientId)
    return new Refusal('invalid', 'agreements.referral_needs_client', {});
  if (row.class !== 'referral' && row.clientId)
    return new Refusal('invalid', 'agreements.client_only_in_referral', { class: row.class });
  if (row.endsOn && row.endsOn <= row.startsOn)
    return new Refusal('invalid', 'agreements.ends_before_start', {
      startsOn: row.startsOn,
      endsOn: row.endsOn,
    });
  if (row.signedOn && row.signedOn > today)
    return new Refusal('invalid', 'agreements.signed_in_future', { signedOn: row.signedOn });
  const span = checkExclusivity(row.expectations?.exclusivity);
  if (span) return span;
  return row.launchedOn ? checkLaunchDay(row.launchedOn, row.signedOn ?? null, today) : null;
}

/** S2.19: launched only after both accepted, and not in the future. */
export function checkLaunchDay(
  launchedOn: BusinessDate,
  acceptedOn: BusinessDate | null,
  today: BusinessDate,
): Refusal | null {
  if (acceptedOn === null) return new Refusal('not_now', 'agreements.not_accepted', {});
  if (launchedOn > today) return new Refusal('invalid', 'agreements.launched_in_future', { launchedOn });
  return launchedOn < acceptedOn
    ? new Refusal('invalid', 'agreements.launched_before_accepted', { launchedOn, acceptedOn })
    : null;
}

/** S2.6–S2.10: whether this client may be a referral partner from the given day on. */
export function checkReferrer(client: Referrer | undefined, startsOn: BusinessDate): Refusal | null {
  if (!client) return new Refusal('not_found', 'agreements.client_unknown', {});
  if (client.missingProofs.length > 0) {
    return new Refusal('not_now', 'agreements.referral_is_proven_client', { missing: client.missingProofs });
  }
  if (client.firstPaidOn !== null && client.firstPaidOn > startsOn) {
    return new Refusal('not_now', 'agreements.referral_paid_later', {
      firstPaidOn: client.firstPaidOn,
      startsOn,
    });
  }
  return client.refers ? new Refusal('conflict', 'agreements.client_already_refers', {}) : null;
}

/** S2.11: 300 clients, at most 300 referral partners. */
export function checkCapacity(used: number, allowed: number): Refusal | null {
  return used + 1 > allowed
    ? new Refusal('limit', 'agreements.referrals_within_clients', { used, allowed })
    : null;
}

/** S2.14: somebody who paid us as a client is counted as partner sales only with a reason of whoever may say so. */
export function checkOutside(row: NewAgreement, paidAsClient: boolean, mayConfirm: boolean): Refusal | null {
  if (row.class !== 'partner_sales' || !paidAsClient) return null;
  if (!row.classReason) return new Refusal('not_now', 'agreements.partner_was_client', {});
  return mayConfirm ? null : new Refusal('not_permitted', 'agreements.head_confirms_class', {});
}
