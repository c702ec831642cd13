import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse } from '@mosty/kernel/refusal';
import type { PartnerFields } from '../contract/partner.ts';
import { changedFields, lowerEmail, withFields } from '../domain/fields.ts';
import { mayGive } from '../domain/keep-partner.ts';
import { rights } from '../policy.ts';
import { savePartners, type PartnerRecord } from '../store/partners.ts';
import { orViolation } from '../store/violations.ts';
import { keptPartner } from './keep-partner.ts';

/** Changes what is written of a partner: fields left out stay, null clears. */
export function updatePartner(
  ctx: Context,
  input: { partnerId: Id<'partner'>; fields: Partial<PartnerFields> },
): Promise<PartnerRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'partner.write');
    const before = await keptPartner(tx, input.partnerId);
    const after = withFields(before, lowerEmail(input.fields));
    const fields = changedFields(before, after);
    if (fields.length === 0) return before;
    if (fields.includes('ownerMemberId')) orRefuse(mayGive(tx.actor, after.ownerMemberId));
    await orViolation(savePartners(tx, [after]));
    const { track, ownerMemberId } = after;
    tx.audit({
      verb: 'directory.update_partner',
      subject: after.id,
      change: { fields, track, ownerMemberId },
    });
    tx.emit({ type: 'partner.changed', partnerId: after.id });
    return after;
  });
}
