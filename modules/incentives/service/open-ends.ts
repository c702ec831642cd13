import { defineOpenEnd } from '@mosty/directory';
import { Refusal } from '@mosty/kernel/refusal';
import { openAccruals } from '../store/open-ends.ts';

/** Nobody parts with money still held, in validation or unpaid (S0.66). */
defineOpenEnd('incentives', async (tx, parting) => {
  const { onHold, pending, unpaid } = await openAccruals(tx, parting);
  if (onHold > 0) return new Refusal('not_now', 'incentives.accruals_on_hold', { count: onHold });
  if (pending > 0) return new Refusal('not_now', 'incentives.accruals_pending', { count: pending });
  if (unpaid > 0) return new Refusal('not_now', 'incentives.accruals_unpaid', { count: unpaid });
  return null;
});
