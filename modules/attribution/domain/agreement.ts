import type { BusinessDate } from '@mosty/kernel/time';

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

/** Where several agreements are in force and nobody named one: the outside network first, then the oldest. */
export function byPreference(a: AgreementFact, b: AgreementFact): number {
  const byClass = CLASS_ORDER[a.class] - CLASS_ORDER[b.class];
  if (byClass !== 0) return byClass;
  if (a.startsOn !== b.startsOn) return a.startsOn < b.startsOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
