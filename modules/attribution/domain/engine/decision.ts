import type { Reason } from '../../contract.ts';
import type { DealRole } from '../../contract/role.ts';
import type { DecidingRule } from '../../contract/policy.ts';
import type { AgreementFact } from '../agreement.ts';

/** Somebody credited. Shares of one role of one sale sum to the whole. */
export interface Taken {
  readonly partnerId: string;
  readonly agreement: AgreementFact;
  readonly role: DealRole;
  /** Of several sources the one in whose class the sale counts: a sale counts once. */
  readonly leads: boolean;
  readonly sharePpm: bigint;
  /** The most this part may earn on the deal, in minor units; null: no such limit. */
  readonly capMinor: bigint | null;
  /** The deal the part is played in. */
  readonly dealId: string | null;
  readonly reason: Reason;
}

/** Somebody who had something to show and got nothing, or not in that way. */
export interface Lost {
  readonly partnerId: string | null;
  readonly rule: DecidingRule;
  readonly reason: Reason;
}

/** What each rule of the policy said, in order. */
export interface Step {
  readonly rule: DecidingRule;
  readonly said: 'nothing' | 'decided' | 'refused' | 'too_late' | 'gave_way';
  readonly reason: Reason;
}

interface Why {
  readonly steps: readonly Step[];
  readonly lost: readonly Lost[];
}

export type Decision =
  | ({
      readonly kind: 'credited';
      readonly rule: DecidingRule;
      readonly participants: readonly Taken[];
    } & Why)
  /** Somebody was named and yet nobody is credited. */
  | ({ readonly kind: 'uncredited'; readonly rule: DecidingRule; readonly reason: Reason } & Why)
  /** Nobody was named: a direct sale. */
  | ({ readonly kind: 'direct' } & Why);
