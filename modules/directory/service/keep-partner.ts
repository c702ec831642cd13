import type { Context, Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { mayKeep } from '../domain/keep-partner.ts';
import { lockPartner, partnersById, type PartnerRecord } from '../store/partners.ts';

/**
 * The partner that a verb is about to change, locked till the end of the transaction.
 * @throws directory.partner_unknown, directory.partner_of_another_manager
 */
export async function keptPartner(tx: Tx, id: Id<'partner'>): Promise<PartnerRecord> {
  const partner =
    (await lockPartner(tx, id)) ?? refuse('not_found', 'directory.partner_unknown', { partnerId: id });
  orRefuse(mayKeep(tx.actor, partner));
  return partner;
}

/** The same for reading. @throws directory.partner_unknown */
export async function knownPartner(tx: Tx, id: Id<'partner'>): Promise<PartnerRecord> {
  return (
    (await partnersById(tx, [id]))[0] ?? refuse('not_found', 'directory.partner_unknown', { partnerId: id })
  );
}

export function keeps(ctx: Pick<Context, 'actor'>, partner: PartnerRecord): boolean {
  return mayKeep(ctx.actor, partner) === true;
}
