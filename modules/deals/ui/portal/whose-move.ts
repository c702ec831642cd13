import type { Deal } from '../../contract.ts';

/** Whether the next move is of a role this partner has in the deal (S3.37). As the task on the first page counts it. */
export function isTheirMove(
  deal: Pick<Deal, 'turn' | 'outcome' | 'registration' | 'partner' | 'participants'>,
  partnerId: string | null,
): boolean {
  const { turn, outcome, registration, partner, participants } = deal;
  if (turn === null || turn === 'us' || outcome !== null || partnerId === null) return false;
  if (registration !== 'approved' && registration !== 'none') return false;
  return (
    (turn === 'source' && partner?.id === partnerId) ||
    participants.some((one) => one.role === turn && one.partner.id === partnerId)
  );
}
