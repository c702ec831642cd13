import { ability, knownPartner } from '@mosty/directory';
import { namesOf, permit, twoPeople } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { beyondPartner, look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import * as api from '../contract/waiver.ts';
import { rights } from '../policy.ts';
import { giveWaiver, ownPartner } from '../service/give-waiver.ts';
import { decideWaiver, noteWaiver } from '../service/note-waiver.ts';
import { isParting, waivableOf } from '../service/waivable.ts';
import { listWaivers, type Waiver } from '../store/waivers.ts';

/** What one parting may hold: more currencies than that nobody pays in. */
const GIVEN_MAX = 50;

export const waiverRoutes: readonly Served[] = [
  serve(api.listWaivers, (ctx, { query: { cursor, limit, ...filter } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'waiver.read');
      const rows = await listWaivers(tx, { ...filter, before: decodeCursor(cursor)?.id, limit: limit + 1 });
      const names = await namesOf(
        tx,
        rows.flatMap(({ saidBy, decidedBy }) => [saidBy, decidedBy ?? '']),
      );
      return pageFrom(
        rows.map((row) => ({
          ...row,
          saidBy: names.get(row.saidBy) ?? null,
          decidedBy: names.get(row.decidedBy ?? '') ?? null,
          can: canDecide(tx, row),
        })),
        limit,
        ({ id }) => ({ value: id, id }),
      );
    }),
  ),
  serve(api.readWaivable, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'waiver.read');
      const { id } = await knownPartner(tx, params.partnerId);
      const open = await openOf(tx, id);
      const parting = await isParting(tx, id);
      const [waiting] = await listWaivers(tx, { partnerId: id, state: 'proposed', limit: 1 });
      return {
        open,
        can: {
          note: ability(
            () => permit(tx, rights, 'waiver.note'),
            () => parting,
            () => open.length > 0 || new Refusal('not_now', 'payouts.nothing_to_waive', { partnerId: id }),
            () => !waiting || new Refusal('conflict', 'payouts.waiver_proposed', { partnerId: id }),
          ),
        },
      };
    }),
  ),
  serve(api.noteWaiverOperation, (ctx, { params, body }) => noteWaiver(ctx, { ...params, ...body })),
  serve(api.decideWaiverOperation, (ctx, { params, body }) => decideWaiver(ctx, { ...params, ...body })),
  serve(api.readOwnWaivers, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'waiver.give');
      const partnerId = ownPartner(tx);
      return beyondPartner(tx, () => ownWaivers(tx, partnerId));
    }),
  ),
  serve(api.giveWaiverOperation, (ctx, { body: { currency, amountMinor } }) =>
    giveWaiver(ctx, { currency, amountMinor: BigInt(amountMinor) }),
  ),
];

async function ownWaivers(tx: Tx, partnerId: Id<'partner'>) {
  const open = await openOf(tx, partnerId);
  const parting = await isParting(tx, partnerId);
  const given = await listWaivers(tx, { partnerId, state: 'accepted', limit: GIVEN_MAX });
  return {
    open,
    given: given.map(({ currency, amountMinor, saidAt }) => ({ currency, amountMinor, at: saidAt })),
    can: {
      give: ability(
        () => parting,
        () => open.length > 0 || new Refusal('not_now', 'payouts.nothing_to_waive', { partnerId }),
      ),
    },
  };
}

async function openOf(tx: Tx, partnerId: Id<'partner'>) {
  return (await waivableOf(tx, partnerId)).map(({ currency, amountMinor }) => ({ currency, amountMinor }));
}

function canDecide(tx: Tx, { state, saidBy }: Waiver) {
  const mine = () => permit(tx, rights, 'waiver.decide');
  const waits = () => state === 'proposed' || new Refusal('conflict', 'payouts.waiver_decided', { state });
  return { accept: ability(mine, waits, () => twoPeople(saidBy, tx)), decline: ability(mine, waits) };
}
