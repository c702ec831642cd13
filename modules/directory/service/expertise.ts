import { listMembers, may, namesOfTeam, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { beyondPartner, look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { guidesOf, tagsByKey } from '../domain/expertise.ts';
import { rights } from '../policy.ts';
import {
  expertiseOfPartner,
  expertiseOfTeam,
  knownTags,
  saveMemberExpertise,
  savePartnerExpertise,
} from '../store/expertise.ts';
import { facesOf } from '../store/faces.ts';
import { keeps, keptPartner, knownPartner } from './keep-partner.ts';

/** The partner's world and who of us knows it. People of a partner hear only of those who answer for them. */
export function readExpertise(ctx: Context, partnerId: Id<'partner'>) {
  return look(ctx, (tx) => shown(tx, partnerId));
}

/** @throws directory.partner_unknown, directory.partner_of_another_manager */
export function setPartnerExpertise(
  ctx: Context,
  input: { partnerId: Id<'partner'>; tags: readonly string[] },
) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'partner.write');
    const partner = await keptPartner(tx, input.partnerId);
    const tags = tagsByKey(input.tags);
    await savePartnerExpertise(tx, partner.id, tags);
    tx.audit({
      verb: 'directory.set_partner_expertise',
      subject: partner.id,
      change: { tags: [...tags.values()] },
    });
    return shown(tx, partner.id);
  });
}

/** @throws directory.member_unknown */
export function setMemberExpertise(
  ctx: Context,
  input: { memberId: Id<'member'>; tags: readonly string[] },
): Promise<{ tags: string[] }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'expertise.write');
    if (!(await namesOfTeam(tx, [input.memberId])).has(input.memberId))
      refuse('not_found', 'directory.member_unknown', { memberId: input.memberId });
    const tags = tagsByKey(input.tags);
    await saveMemberExpertise(tx, input.memberId, tags);
    tx.audit({
      verb: 'directory.set_member_expertise',
      subject: input.memberId,
      change: { tags: [...tags.values()] },
    });
    return { tags: [...tags.values()] };
  });
}

export function listTeamExpertise(ctx: Context) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'expertise.read');
    const knows = Map.groupBy(await expertiseOfTeam(tx), ({ memberId }) => memberId);
    const team = (await listMembers(tx, false)).filter(({ partnerId }) => partnerId === null);
    return {
      items: team.map(({ id, name }) => ({
        memberId: id,
        name,
        tags: (knows.get(id) ?? []).map(({ tag }) => tag),
      })),
      known: await knownTags(tx),
      can: { write: may(tx, rights, 'expertise.write') },
    };
  });
}

async function shown(tx: Tx, partnerId: Id<'partner'>) {
  permit(tx, rights, 'partner.read');
  const partner = await knownPartner(tx, partnerId);
  const isPartner = tx.actor.type === 'person' && tx.actor.partnerId !== null;
  const world = await expertiseOfPartner(tx, partner.id);
  const faces = (await facesOf(tx, [partner.id])).flatMap(({ side, memberId }) =>
    side === 'ours' && memberId !== null ? [memberId] : [],
  );
  const found = await beyondPartner(tx, async () => {
    const guides = guidesOf(new Set(world.keys()), await expertiseOfTeam(tx), new Set<string>(faces)).filter(
      ({ isFace }) => isFace || !isPartner,
    );
    const names = await namesOfTeam(
      tx,
      guides.map(({ memberId }) => memberId),
    );
    return guides.flatMap(({ memberId, ...one }) => {
      const name = names.get(memberId);
      return name === undefined ? [] : [{ ...one, memberId: memberId as Id<'member'>, name }];
    });
  });
  return {
    tags: [...world.values()],
    guides: found.slice(0, 5),
    known: isPartner ? [] : await knownTags(tx),
    can: { write: may(tx, rights, 'partner.write') && keeps(tx, partner) },
  };
}
