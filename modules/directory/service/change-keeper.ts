import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { saveClients, type ClientRecord } from '../store/clients.ts';
import { insertKeeping } from '../store/keeping.ts';
import { lockedClient } from './clients.ts';
import { knownPartner } from './keep-partner.ts';

export interface ChangeKeeper {
  readonly clientId: Id<'client'>;
  /** Null: nobody keeps the client any more. */
  readonly partnerId: Id<'partner'> | null;
  /** From this moment on; now when left out. Earlier sales stay with whom they were. */
  readonly since?: Date | undefined;
  readonly reason: string;
}

/** Gives the client to another partner, or to nobody, with a reason. @throws directory.partner_archived, directory.keeper_unchanged */
export function changeKeeper(ctx: Context, input: ChangeKeeper): Promise<ClientRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'client.change_keeper');
    const client = await lockedClient(tx, input.clientId);
    if (client.keeperPartnerId === input.partnerId) refuse('conflict', 'directory.keeper_unchanged', {});
    if (input.partnerId !== null) {
      const partner = await knownPartner(tx, input.partnerId);
      if (partner.archivedAt !== null)
        refuse('not_now', 'directory.partner_archived', { name: partner.name });
    }
    const since = input.since ?? tx.now();
    if (since > tx.now()) refuse('invalid', 'directory.keeper_in_future', {});
    const changed: ClientRecord = {
      ...client,
      keeperPartnerId: input.partnerId,
      keeperSince: input.partnerId === null ? null : since,
      keeperReason: input.partnerId === null ? null : input.reason,
    };
    await saveClients(tx, [changed]);
    await insertKeeping(tx, [
      { clientId: client.id, partnerId: input.partnerId, since, reason: input.reason },
    ]);
    const change = { from: client.keeperPartnerId, to: input.partnerId, since: since.toISOString() };
    tx.audit({ verb: 'directory.change_keeper', subject: client.id, reason: input.reason, change });
    tx.emit({ type: 'client.keeper_changed', clientId: client.id, ...change });
    return changed;
  });
}
