import { ability, keeps, knownPartner, partnersById } from '@mosty/directory';
import { namesOf, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import * as api from '../contract/stop-list.ts';
import { secondHand, stopStateOf } from '../domain/stop-list.ts';
import { rights } from '../policy.ts';
import { decideStop } from '../service/decide-stop.ts';
import { handOf, proposeStop } from '../service/propose-stop.ts';
import { stopsLike, stopsOfPartner } from '../service/stop-matches.ts';
import '../service/stop-evidence.ts';
import { askStopOff, decideStopOff } from '../service/take-off-stop-list.ts';
import { tellNamesake } from '../service/tell-namesake.ts';
import { pageOfStops, type StopRecord } from '../store/stop-list.ts';

export const stopListRoutes: readonly Served[] = [
  serve(api.listStopEntries, (ctx, { query: { cursor, ...filter } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'stop_list.read');
      const rows = await pageOfStops(tx, { ...filter, after: decodeCursor(cursor) });
      const page = pageFrom(rows, filter.limit, ({ proposedAt, id }) => ({
        value: proposedAt.toISOString(),
        id,
      }));
      return { ...page, items: await present(tx, page.items) };
    }),
  ),
  serve(api.checkStopList, (ctx, { body }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'stop_list.read');
      return { matches: await stopsLike(tx, [body]) };
    }),
  ),
  serve(api.proposeStop, (ctx, { body }) =>
    transact(ctx, async (tx) => presentOne(tx, await proposeStop(tx, body))),
  ),
  serve(api.decideStop, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentOne(tx, await decideStop(tx, { ...params, ...body }))),
  ),
  serve(api.askStopOff, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentOne(tx, await askStopOff(tx, { ...params, ...body }))),
  ),
  serve(api.decideStopOff, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentOne(tx, await decideStopOff(tx, { ...params, ...body }))),
  ),
  serve(api.readPartnerStops, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'stop_list.read');
      return ofPartner(tx, params.partnerId);
    }),
  ),
  serve(api.tellNamesake, (ctx, { params, body }) =>
    transact(ctx, async (tx) => {
      await tellNamesake(tx, { ...params, ...body });
      return ofPartner(tx, params.partnerId);
    }),
  ),
];

async function ofPartner(tx: Tx, partnerId: Id<'partner'>) {
  const partner = await knownPartner(tx, partnerId);
  const mine = () => permit(tx, rights, 'stop_list.decide');
  const kept = () =>
    keeps(tx, partner) || new Refusal('not_permitted', 'directory.partner_of_another_manager', { partnerId });
  return {
    matches: await stopsOfPartner(tx, partnerId),
    can: { propose: ability(mine, kept), tellNamesake: ability(mine, kept) },
  };
}

async function presentOne(tx: Tx, entry: StopRecord) {
  const [one] = await present(tx, [entry]);
  if (!one) throw new Error('a stop entry is presented as one');
  return one;
}

async function present(tx: Tx, entries: readonly StopRecord[]) {
  const people = entries.flatMap((one) => [one.proposedBy, one.decidedBy, one.offAskedBy, one.offBy]);
  const names = await namesOf(
    tx,
    people.filter((id) => id !== null),
  );
  const ofPartners = entries.flatMap(({ partnerId }) => partnerId ?? []);
  const partners = new Map(
    (await partnersById(tx, ofPartners)).map((partner) => [partner.id, partner] as const),
  );
  const by = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return entries.map((one) => {
    const partner = one.partnerId === null ? undefined : partners.get(one.partnerId);
    return {
      ...whoAndWhy(one),
      partner: partner ? { id: partner.id, name: partner.name } : null,
      state: stopStateOf(one),
      proposed: { at: one.proposedAt, by: by(one.proposedBy) },
      decided:
        one.decidedAt === null || one.approved === null
          ? null
          : {
              at: one.decidedAt,
              by: by(one.decidedBy),
              approved: one.approved,
              note: one.decisionNote,
            },
      offAsked:
        one.offAskedAt === null || one.offReason === null
          ? null
          : { at: one.offAskedAt, by: by(one.offAskedBy), reason: one.offReason },
      takenOff: one.offAt === null ? null : { at: one.offAt, by: by(one.offBy) },
      can: abilities(tx, one),
    };
  });
}

function whoAndWhy({ id, name, taxNumber, phone, email, site, person, ...one }: StopRecord) {
  const { reasonCode, evidence, evidenceLink } = one;
  return { id, name, taxNumber, phone, email, site, person, reasonCode, evidence, evidenceLink };
}

function abilities(tx: Tx, entry: StopRecord) {
  const state = stopStateOf(entry);
  const mine = () => permit(tx, rights, 'stop_list.decide');
  const second = (by: string | null, role: StopRecord['offAskedRole']) => () =>
    secondHand({ by: by ?? '', role }, handOf(tx.actor));
  const only = (asked: typeof state, code: string) => () =>
    state === asked || new Refusal('not_now', code, { state });
  return {
    approve: ability(
      mine,
      only('proposed', 'recruiting.stop_decided'),
      second(entry.proposedBy, entry.proposedRole),
    ),
    reject: ability(mine, only('proposed', 'recruiting.stop_decided')),
    askOff: ability(mine, only('standing', 'recruiting.stop_not_in_force')),
    takeOff: ability(
      mine,
      only('off_asked', 'recruiting.stop_not_asked'),
      second(entry.offAskedBy, entry.offAskedRole),
    ),
    keepOn: ability(mine, only('off_asked', 'recruiting.stop_not_asked')),
  };
}
