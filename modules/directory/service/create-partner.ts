import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import type { PartnerFields } from '../contract/partner.ts';
import { lowerEmail, withFields } from '../domain/fields.ts';
import { firstOwner, mayGive } from '../domain/keep-partner.ts';
import { rights } from '../policy.ts';
import { insertPartners, type PartnerRecord } from '../store/partners.ts';
import { orViolation } from '../store/violations.ts';

/** Writes down a firm or person we may work with. @throws directory.external_id_taken, directory.member_unknown */
export function createPartner(
  ctx: Context,
  input: PartnerFields & { id?: Id<'partner'> | undefined },
): Promise<PartnerRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'partner.write');
    const { id, ...fields } = input;
    const nothing: PartnerRecord = {
      id: id ?? tx.id('partner'),
      name: fields.name,
      externalId: null,
      purpose: null,
      track: 'scaled',
      ownerMemberId: firstOwner(tx.actor) as Id<'member'> | null,
      introducedByPartnerId: null,
      email: null,
      phone: null,
      taxNumber: null,
      country: null,
      site: null,
      city: null,
      note: null,
      createdAt: tx.now(),
      importId: null,
      archivedAt: null,
    };
    const partner = withFields(nothing, lowerEmail(fields));
    orRefuse(mayGive(tx.actor, partner.ownerMemberId));
    const written = await orViolation(insertPartners(tx, [partner]));
    if (!written.has(partner.id))
      refuse('conflict', 'directory.external_id_taken', { externalId: partner.externalId });
    const { track, ownerMemberId, introducedByPartnerId } = partner;
    tx.audit({
      verb: 'directory.create_partner',
      subject: partner.id,
      change: { track, ownerMemberId, introducedByPartnerId },
    });
    tx.emit({ type: 'partner.created', partnerId: partner.id });
    return partner;
  });
}
