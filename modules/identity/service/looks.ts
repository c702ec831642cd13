import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { isId, type Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { LOOK_MINUTES } from '../contract/looks.ts';
import { rights } from '../policy/identity.ts';
import { permit, type Person } from '../policy/permit.ts';
import { lookUntil, saveLook } from '../store/looks.ts';
import { namesOf } from './names.ts';

export interface Look {
  readonly partnerId: Id<'partner'>;
  readonly partnerName: string;
  readonly until: Date;
}

/** Lets a colleague see the portal as the partner sees it; the journal keeps who and when. @throws identity.no_partner */
export function beginLook(ctx: Context, { partnerId }: { partnerId: Id<'partner'> }): Promise<Look> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'portal.look_as');
    if (tx.actor.type !== 'person') return refuse('not_permitted', 'identity.people_only');
    const partnerName = (await namesOf(tx, [partnerId])).get(partnerId);
    if (partnerName === undefined) return refuse('not_found', 'identity.no_partner');
    const until = new Date(tx.now().getTime() + LOOK_MINUTES * 60_000);
    await saveLook(tx, partnerId, until);
    tx.audit({
      verb: 'identity.look_as_partner',
      subject: partnerId,
      change: { until: until.toISOString() },
    });
    return { partnerId, partnerName, until };
  });
}

const READS = new Set(['GET', 'HEAD']);

/**
 * The context of a request asked with the partner's eyes: the database shows that partner's rows only, and takes nothing.
 * @throws identity.look_is_read_only, identity.look_ended, identity.not_permitted
 */
export async function contextOfLook(ctx: Context, method: string, partnerId: string): Promise<Context> {
  if (!READS.has(method)) return refuse('not_permitted', 'identity.look_is_read_only');
  const until = await look(ctx, async (tx) => {
    permit(tx, rights, 'portal.look_as');
    return tx.actor.type === 'person' && isId('partner', partnerId) ? lookUntil(tx, partnerId) : undefined;
  });
  if (until === undefined || ctx.actor.type !== 'person' || !isId('partner', partnerId))
    return refuse('not_permitted', 'identity.look_ended');
  const actor: Person = {
    type: 'person',
    id: ctx.actor.id,
    role: 'partner_owner',
    partnerId,
    moneyGranted: true,
    looksUntil: until,
  };
  return { ...ctx, actor, readOnly: true };
}
