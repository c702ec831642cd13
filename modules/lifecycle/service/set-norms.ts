import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Norms } from '../contract/pipeline.ts';
import { rights } from '../policy.ts';
import { normsOf, saveNorms } from '../store/norms.ts';

/** How many days a partner usually spends in each stage; those left out stay. */
export function setNorms(ctx: Context, { norms }: { norms: Partial<Norms> }): Promise<Norms> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'lifecycle.set_norms');
    await saveNorms(tx, norms);
    tx.audit({ verb: 'lifecycle.set_norms', subject: tx.workspaceId, change: { norms } });
    return normsOf(tx);
  });
}
