import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { sameFigures } from '../domain/figures.ts';
import { rights } from '../policy.ts';
import { figuresOf } from '../store/facts.ts';
import { insertSummary, lastSummary } from '../store/summaries.ts';
import { openExit } from './open-exit.ts';

/**
 * Shows both sides what came of working together, as it is read now. Whoever agreed to other figures is asked anew.
 * @throws exits.not_leaving, exits.summary_unchanged
 */
export function showSummary(ctx: Context, { partnerId }: { partnerId: Id<'partner'> }): Promise<number> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'exit.write');
    const exit = await openExit(tx, partnerId);
    const before = await lastSummary(tx, exit);
    const figures = await figuresOf(tx, partnerId);
    if (before && sameFigures(before.figures, figures))
      refuse('conflict', 'exits.summary_unchanged', { version: before.version });
    const version = (before?.version ?? 0) + 1;
    await insertSummary(tx, exit, version, figures);
    tx.audit({ verb: 'exits.show_summary', subject: partnerId, change: { version } });
    return version;
  });
}
