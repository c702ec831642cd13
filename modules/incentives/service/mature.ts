import type { Round } from '@mosty/identity';
import { accrueFees } from './accrue-fees.ts';
import { approveMatured } from './approve-accruals.ts';

/** Accrues fixed fees that fell due and approves what matured. */
export const mature: Round = {
  name: 'incentives.mature',
  async run(ctx) {
    await accrueFees(ctx);
    await approveMatured(ctx);
  },
};
