import { agreementsAt } from '@mosty/agreements';
import { partnersById } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { checkRoles, type RoleTaken } from '../domain/roles.ts';
import { rights } from '../policy.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import type { DealRecord } from '../store/deals.ts';
import {
  insertParticipants,
  participantsOf,
  removeParticipants,
  type ParticipantRecord,
} from '../store/participants.ts';
import { agreementFor } from './choose-agreement.ts';
import { keptDeal } from './known-deal.ts';
import { tellDeals } from './tell-deals.ts';

export interface RoleGiven extends RoleTaken {
  readonly partnerId: Id<'partner'>;
  readonly agreementId?: Id<'agreement'> | undefined;
}

/**
 * The whole list of who does what. What stays as it was is not touched; what changed is taken off and put anew, so the
 * history keeps who had which part when.
 * @throws deals.role_twice, deals.shares_over_whole, deals.no_agreement, deals.registrant_takes_part
 */
export function setRoles(
  ctx: Context,
  input: { dealId: Id<'deal'>; roles: readonly RoleGiven[] },
): Promise<DealRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.write');
    const deal = await keptDeal(tx, input.dealId);
    const refusal = checkRoles(input.roles);
    if (refusal) throw refusal;
    const wanted = [...new Set(input.roles.map(({ partnerId }) => partnerId))];
    if ((await partnersById(tx, wanted)).length < wanted.length)
      refuse('not_found', 'directory.partner_unknown');
    const agreements = Map.groupBy(await agreementsAt(tx, wanted), ({ partnerId }) => partnerId);
    const given = input.roles.map((one): ParticipantRecord => {
      const agreement = agreementFor(tx, agreements.get(one.partnerId) ?? [], one.agreementId);
      if (!agreement) return refuse('not_now', 'deals.no_agreement', { partnerId: one.partnerId });
      return {
        id: tx.id('deal_participant'),
        dealId: deal.id,
        partnerId: one.partnerId,
        agreementId: agreement.id,
        class: agreement.class,
        role: one.role,
        sharePpm: one.sharePpm,
        capMinor: one.capMinor,
      };
    });
    if (deal.registration === 'approved' && !given.some(({ partnerId }) => partnerId === deal.partnerId))
      refuse('conflict', 'deals.registrant_takes_part', { number: deal.number });
    const known = await participantsOf(tx, [deal.id]);
    const gone = known.filter((one) => !given.some((other) => isSame(one, other)));
    const fresh = given.filter((one) => !known.some((other) => isSame(one, other)));
    if (gone.length + fresh.length === 0) return deal;
    await removeParticipants(
      tx,
      gone.map(({ id }) => id),
    );
    await insertParticipants(tx, fresh);
    const said = (rows: readonly ParticipantRecord[]) =>
      rows.map(({ partnerId, role, sharePpm, capMinor }) => ({
        partnerId,
        role,
        sharePpm,
        capMinor: capMinor?.toString() ?? null,
      }));
    await insertDealEvents(tx, [
      { dealId: deal.id, what: 'roles_set', params: { added: said(fresh), removed: said(gone) } },
    ]);
    tx.audit({
      verb: 'deals.set_roles',
      subject: deal.id,
      change: { added: said(fresh), removed: said(gone) },
    });
    tellDeals(tx, 'deal.roles_changed', [deal]);
    return deal;
  });
}

function isSame(a: ParticipantRecord, b: ParticipantRecord): boolean {
  return (
    a.partnerId === b.partnerId &&
    a.agreementId === b.agreementId &&
    a.role === b.role &&
    a.sharePpm === b.sharePpm &&
    a.capMinor === b.capMinor
  );
}
