import { Refusal } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate, type Zone } from '@mosty/kernel/time';
import type { BatchState } from '../contract/batch.ts';

export interface BatchStanding {
  readonly state: BatchState;
  readonly needsSecond: boolean;
  readonly madeBy: string;
  readonly approvedBy: string | null;
  readonly secondBy: string | null;
}

/**
 * Which approval this person would give, the first or the second; the batch becomes approved with the last needed.
 * The database holds the same as constraints.
 */
export function decideApproval(
  batch: BatchStanding,
  actorId: string,
): { as: 'first' | 'second'; completes: boolean } | Refusal {
  if (batch.state !== 'draft')
    return new Refusal('conflict', 'payouts.batch_state', { act: 'approve', state: batch.state });
  if (actorId === batch.madeBy || actorId === batch.approvedBy) {
    return new Refusal('not_permitted', 'identity.two_people', { maker: actorId });
  }
  if (batch.approvedBy === null) return { as: 'first', completes: !batch.needsSecond };
  return { as: 'second', completes: true };
}

const FROM = { send: ['approved'], pay: ['approved', 'sent'], cancel: ['draft', 'approved'] } as const;

export function checkBatch(batch: Pick<BatchStanding, 'state'>, act: keyof typeof FROM): Refusal | null {
  const allowed: readonly BatchState[] = FROM[act];
  return allowed.includes(batch.state)
    ? null
    : new Refusal('conflict', 'payouts.batch_state', { act, state: batch.state });
}

/**
 * Money does not leave before it was told to: on the day of the last approval, or on the pay day where that is earlier
 * (a month that is entered afterwards is approved as of its pay day).
 */
export function earliestPaid(
  batch: {
    readonly payOn: BusinessDate;
    readonly approvedAt: Date | null;
    readonly secondAt: Date | null;
  },
  zone: Zone,
): BusinessDate {
  const approvedAt = batch.secondAt ?? batch.approvedAt;
  if (approvedAt === null) return batch.payOn;
  const approvedOn = businessDateOf(approvedAt, zone);
  return batch.payOn < approvedOn ? batch.payOn : approvedOn;
}
