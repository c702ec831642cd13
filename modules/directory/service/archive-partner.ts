import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { rights } from '../policy.ts';
import { savePartners, type PartnerRecord } from '../store/partners.ts';
import { orViolation } from '../store/violations.ts';
import { keptPartner } from './keep-partner.ts';
import { openEndOf } from './open-ends.ts';

/**
 * Puts a partner away, with a reason, when nothing is open between us (S0.66). The database refuses while it has an
 * open agreement.
 * @throws directory.partner_has_open_agreement, and the refusals told by `defineOpenEnd`
 */
export function archivePartner(
  ctx: Context,
  input: { partnerId: Id<'partner'>; reason: string },
): Promise<PartnerRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'partner.write');
    const partner = await keptPartner(tx, input.partnerId);
    if (partner.archivedAt !== null) return partner;
    const archived = { ...partner, archivedAt: tx.now() };
    await orViolation(savePartners(tx, [archived]));
    const open = await openEndOf(tx, { partnerId: partner.id, agreementId: null });
    if (open) throw open;
    tx.audit({ verb: 'directory.archive_partner', subject: partner.id, reason: input.reason });
    tx.emit({ type: 'partner.archived', partnerId: partner.id });
    return archived;
  });
}

/** Takes a partner back. */
export function restorePartner(ctx: Context, input: { partnerId: Id<'partner'> }): Promise<PartnerRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'partner.write');
    const partner = await keptPartner(tx, input.partnerId);
    if (partner.archivedAt === null) return partner;
    const restored = { ...partner, archivedAt: null };
    await savePartners(tx, [restored]);
    tx.audit({ verb: 'directory.restore_partner', subject: partner.id });
    return restored;
  });
}
