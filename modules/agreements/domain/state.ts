import type { AGREEMENT_STATES } from '../contract/agreement.ts';

export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** draft: not accepted yet · accepted: by both, not launched · launched: in force · ended. Derived, never stored. */
export function stateOf(agreement: {
  acceptedAt: Date | null;
  launchedOn: string | null;
  endedAt: Date | null;
}): AgreementState {
  if (agreement.endedAt !== null) return 'ended';
  if (agreement.launchedOn !== null) return 'launched';
  return agreement.acceptedAt === null ? 'draft' : 'accepted';
}
