import { shareOut } from '@mosty/kernel/money';
import { Refusal } from '@mosty/kernel/refusal';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import type { ClaimState, Wanted } from '../contract/claims.ts';

const WHOLE_PPM = 1_000_000;

export interface Source {
  readonly partnerId: string;
  readonly sharePpm: number;
}

/**
 * Whom the sale goes to when the claimant gets what was asked for. A share is taken from the others in proportion to
 * what they have; of a sale that nobody brought the claimant gets all.
 */
export function sourcesAsWanted(
  wanted: Wanted,
  claimantId: string | null,
  standing: readonly Source[],
): Source[] {
  if (wanted.outcome === 'direct' || claimantId === null) return [];
  const others = standing.filter((one) => one.partnerId !== claimantId && one.sharePpm > 0);
  const own = wanted.outcome === 'mine' || others.length === 0 ? WHOLE_PPM : (wanted.sharePpm ?? WHOLE_PPM);
  const rest = shareOut(
    BigInt(WHOLE_PPM - own),
    others.map(({ sharePpm }) => BigInt(sharePpm)),
  );
  return [
    { partnerId: claimantId, sharePpm: own },
    ...others.map(({ partnerId }, place) => ({ partnerId, sharePpm: Number(rest[place]) })),
  ].filter(({ sharePpm }) => sharePpm > 0);
}

/** The last day on which a decision may be contested. */
export function contestableTo(decidedOn: BusinessDate, windowDays: number): BusinessDate {
  return addDays(decidedOn, windowDays);
}

export const isWaiting = (state: ClaimState) => state === 'open' || state === 'answered';

export function checkWaiting(state: ClaimState): Refusal | null {
  return isWaiting(state) ? null : new Refusal('not_now', 'attribution.claim_is_over', { state });
}
