import { openDealsOf } from '@mosty/deals';
import { facesOf, introducedBy, knownPartner, portalTasksOf, type FaceRecord } from '@mosty/directory';
import type { Context, Tx } from '@mosty/kernel/context';
import { beyondPartner, look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { standingOf } from '@mosty/lifecycle';
import { clicksByDay } from '@mosty/tracking';
import { moneyOf } from './money.ts';
import { ownPartner } from './own-partner.ts';

const CLICK_DAYS = 30;

/** What stands above every page. */
export function portalFrame(ctx: Context) {
  return look(ctx, async (tx) => {
    const partner = await knownPartner(tx, ownPartner(tx, 'portal.read'));
    return { partnerName: partner.name, face: await ourFace(tx, partner.id) };
  });
}

/** The first page: one indexed query a block, each of one partner's rows only. */
export function portalHome(ctx: Context) {
  return look(ctx, async (tx) => {
    const { id, name } = await knownPartner(tx, ownPartner(tx, 'portal.read'));
    const standing = (await standingOf(tx, [id])).get(id);
    return {
      partner: { id, name },
      stage: standing
        ? {
            code: standing.stage,
            path: standing.path,
            since: standing.since.toISOString(),
            returnOn: standing.returnOn,
          }
        : null,
      tasks: [...(await portalTasksOf(tx, id))],
      money: await moneyOf(tx, id),
      deals: await openDealsOf(tx, id),
      clicks: await clicksOf(tx, id),
      brought: await broughtBy(tx, id),
      face: await ourFace(tx, id),
    };
  });
}

/** Rows of other partners are shut to this person, who knows them by name: it has brought them itself. */
async function broughtBy(tx: Tx, id: Id<'partner'>) {
  const brought = await beyondPartner(tx, () => introducedBy(tx, id));
  return brought.map(({ name }) => ({ name }));
}

async function clicksOf(tx: Tx, partnerId: Id<'partner'>) {
  const first = addDays(businessDateOf(tx.now(), tx.zone), 1 - CLICK_DAYS);
  const counted = new Map<BusinessDate, number>();
  for (const { day, clicks } of await clicksByDay(tx, partnerId, first)) counted.set(day, clicks);
  const byDay = Array.from({ length: CLICK_DAYS }, (_, at) => {
    const day = addDays(first, at);
    return { day, clicks: counted.get(day) ?? 0 };
  });
  return { total: byDay.reduce((sum, { clicks }) => sum + clicks, 0), byDay };
}

/** Our main person; while they are away, whoever is here. */
async function ourFace(tx: Tx, partnerId: Id<'partner'>) {
  const today = businessDateOf(tx.now(), tx.zone);
  const ours = (await facesOf(tx, [partnerId])).filter(({ side }) => side === 'ours');
  const here = ours.find(({ absentUntil }) => absentUntil === null || absentUntil < today) ?? ours[0];
  return here ? presentFace(here) : null;
}

function presentFace({ name, title, email, phone, channel, replyHours, absentUntil }: FaceRecord) {
  return { name, title, email, phone, channel, replyHours, absentUntil };
}
