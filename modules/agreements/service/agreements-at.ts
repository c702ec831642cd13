import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import type { Kind, ReportingClass } from '../contract/classes.ts';
import { agreementsOf } from '../store/agreements.ts';

/** An agreement as those see it who credit sales: days of the company's calendar; `endsOn` is not included. */
export interface AgreementFact {
  readonly id: Id<'agreement'>;
  readonly partnerId: Id<'partner'>;
  readonly class: ReportingClass;
  readonly kind: Kind;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate | null;
  readonly accepted: boolean;
  readonly launchedOn: BusinessDate | null;
  readonly endedOn: BusinessDate | null;
}

/** Every agreement these partners ever had; whether one was in force on a day is the reader's question. */
export async function agreementsAt(tx: Tx, partnerIds: readonly string[]): Promise<AgreementFact[]> {
  if (partnerIds.length === 0) return [];
  return (await agreementsOf(tx, partnerIds)).map((agreement) => ({
    id: agreement.id,
    partnerId: agreement.partnerId,
    class: agreement.class,
    kind: agreement.kind,
    startsOn: agreement.startsOn,
    endsOn: agreement.endsOn,
    accepted: agreement.acceptedAt !== null,
    launchedOn: agreement.launchedOn,
    endedOn: agreement.endedAt && businessDateOf(agreement.endedAt, tx.zone),
  }));
}
