import type { Round } from '@mosty/identity';
import { accrueFees } from './accrue-fees.ts';
import { approveMatured } from './approve-accruals.ts';
import { easeLimitHolds } from './ease-limit-holds.ts';

/** Sets free what now fits the limits, accrues fixed fees that fell due and approves what matured. */
export const mature: Round = {
  name: 'incentives.mature',
  async run(ctx) {
    await easeLimitHolds(ctx);
    await accrueFees(ctx);
    await approveMatured(ctx);
  },
};
