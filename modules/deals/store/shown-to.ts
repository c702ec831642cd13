import type { Tx } from '@mosty/kernel/context';
import { sql, type RawBuilder } from 'kysely';
import type { DealRecord } from './deals.ts';

/** Row level security shows a partner's people the deals of their partner; its staff see of them only their own. */
function staff(tx: Tx): string | null {
  return tx.actor.type === 'person' && tx.actor.role === 'partner_staff' ? tx.actor.id : null;
}

/** A condition on `d`: whoever registered a deal or keeps it sees it; the owner of the partner sees all of them. */
export function shownTo(tx: Tx): RawBuilder<unknown> {
  const own = staff(tx);
  return own === null ? sql`true` : sql`(d.created_by = ${own} OR d.owner_member_id = ${own})`;
}

/** The same of a deal at hand. */
export function isShownTo(tx: Tx, deal: Pick<DealRecord, 'createdBy' | 'ownerMemberId'>): boolean {
  const own = staff(tx);
  return own === null || deal.createdBy === own || deal.ownerMemberId === own;
}
