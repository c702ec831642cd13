import { keptPartner, knownPartner, keeps } from '@mosty/directory';
import { may, namesOfMembers, namesOfTeam, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { decodeCursor, pageFrom } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { givenTo, insertGiven, pageOfPackages, timesGiven } from '../store/packages.ts';
import { frameworkNow } from './publish-framework.ts';

const GIVEN_SHOWN = 50;

export interface NoteGiven {
  readonly partnerId: Id<'partner'>;
  /** The service's place in the track of this partner. */
  readonly place: number;
  readonly givenOn: string;
  readonly byMemberId?: Id<'member'> | null | undefined;
  readonly toWhom: string;
}

/** A service of the track was given (S1.24). @throws framework.no_such_service, framework.given_in_future, framework.member_unknown */
export function noteGiven(ctx: Context, input: NoteGiven) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'package.note');
    const partner = await keptPartner(tx, input.partnerId);
    const { ru, en } = await linesOf(tx, partner.track);
    const service = { ru: ru[input.place], en: en[input.place] };
    if (service.ru === undefined) refuse('invalid', 'framework.no_such_service', { place: input.place });
    const { givenOn, toWhom } = input;
    if (givenOn > businessDateOf(tx.now(), tx.zone))
      refuse('invalid', 'framework.given_in_future', { givenOn });
    const byMemberId = input.byMemberId ?? (tx.actor.type === 'person' ? tx.actor.id : null);
    if (byMemberId !== null && !(await namesOfTeam(tx, [byMemberId])).has(byMemberId))
      refuse('not_found', 'framework.member_unknown', { memberId: byMemberId });
    const id = tx.id('given_service');
    await insertGiven(tx, partner.id, {
      id,
      ru: service.ru,
      en: service.en ?? service.ru,
      givenOn,
      byMemberId,
      toWhom,
    });
    tx.audit({
      verb: 'framework.note_given',
      subject: partner.id,
      change: { givenId: id, place: input.place, givenOn, byMemberId },
    });
    return shown(tx, partner.id);
  });
}

export function readPackage(ctx: Context, partnerId: Id<'partner'>) {
  return look(ctx, (tx) => shown(tx, partnerId));
}

export function listPackages(ctx: Context, query: { cursor?: string | undefined; limit: number }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'package.read');
    const { ru } = await linesOf(tx, 'high_touch');
    const rows = await pageOfPackages(tx, ru, { after: decodeCursor(query.cursor), limit: query.limit });
    const page = pageFrom(rows, query.limit, ({ given, partnerId }) => ({
      value: String(given),
      id: partnerId,
    }));
    const names = await namesOfMembers(
      tx,
      page.items.flatMap(({ keeperId }) => keeperId ?? []),
    );
    return {
      ...page,
      items: page.items.map(({ partnerId, partnerName, keeperId, given, lastOn }) => ({
        partner: { id: partnerId, name: partnerName },
        keeper: keeperId === null ? null : (names.get(keeperId) ?? null),
        of: ru.length,
        given,
        lastOn,
      })),
    };
  });
}

async function shown(tx: Tx, partnerId: Id<'partner'>) {
  permit(tx, rights, 'package.read');
  const partner = await knownPartner(tx, partnerId);
  const { ru, en } = await linesOf(tx, partner.track);
  const times = await timesGiven(tx, partner.id);
  const given = await givenTo(tx, partner.id, GIVEN_SHOWN);
  const names = await namesOfMembers(
    tx,
    given.flatMap(({ byMemberId }) => byMemberId ?? []),
  );
  return {
    partner: { id: partner.id, name: partner.name },
    track: partner.track,
    services: ru.map((line, place) => ({
      place,
      ru: line,
      en: en[place] ?? line,
      lastOn: times.get(line)?.lastOn ?? null,
      times: times.get(line)?.times ?? 0,
    })),
    given: given.map(({ byMemberId, ...one }) => ({
      ...one,
      by: byMemberId === null ? null : (names.get(byMemberId) ?? null),
    })),
    can: { note: may(tx, rights, 'package.note') && keeps(tx, partner) },
  };
}

async function linesOf(tx: Tx, track: string): Promise<{ ru: readonly string[]; en: readonly string[] }> {
  const { body } = await frameworkNow(tx);
  return body.tracks.find((one) => one.track === track) ?? { ru: [], en: [] };
}
