import type { Reason } from '../../../contract.ts';

/** Somebody a rule names as having brought the sale. `agreementId` null: whichever of theirs is in force. */
export interface Named {
  readonly partnerId: string;
  readonly agreementId: string | null;
  readonly sharePpm: bigint;
  readonly reason: Reason;
  /** The deal it was named by, and the most it may earn there. */
  readonly deal?: { readonly dealId: string; readonly capMinor: bigint | null };
}

/** A rule says nothing, or names who brought the sale, or was told of somebody we do not know. */
export type Says =
  | { readonly says: 'nothing'; readonly reason: Reason; readonly passed?: readonly Named[] }
  | {
      readonly says: 'names';
      readonly named: readonly Named[];
      /** Named too, and left out by the rule itself; each with why. */
      readonly passed?: readonly Named[];
    }
  | { readonly says: 'unknown'; readonly reason: Reason }
  /** Has somebody to name and leaves the sale to a later rule. */
  | { readonly says: 'gives_way'; readonly passed: readonly Named[]; readonly reason: Reason };

export const WHOLE_PPM = 1_000_000n;

export function nothing(code: string, params: Reason['params'] = {}): Says {
  return { says: 'nothing', reason: { code, params } };
}
