import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { lockCode, saveArchived, type CodeRecord } from '../store/codes.ts';

/** Stops a code. It stays its partner's: late sales that name it are still told whose it was. */
export function archiveCode(ctx: Context, input: { codeId: Id<'code'> }): Promise<CodeRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'code.write');
    const code =
      (await lockCode(tx, input.codeId)) ??
      refuse('not_found', 'tracking.code_unknown', { codeId: input.codeId });
    await keptPartner(tx, code.partnerId);
    if (code.archivedAt !== null) return code;
    const archived = { ...code, archivedAt: tx.now() };
    await saveArchived(tx, archived);
    tx.audit({ verb: 'tracking.archive_code', subject: code.partnerId, change: { codeId: code.id } });
    return archived;
  });
}
