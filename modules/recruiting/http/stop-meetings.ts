import { ability, partnersById } from '@mosty/directory';
import { namesOf, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { Refusal } from '@mosty/kernel/refusal';
import * as api from '../contract/stop-meetings.ts';
import { rights } from '../policy.ts';
import { decideStopMeeting } from '../service/decide-stop-meeting.ts';
import { pageOfMeetings, type StopMeetingRecord } from '../store/stop-meetings.ts';

export const stopMeetingRoutes: readonly Served[] = [
  serve(api.listStopMeetings, (ctx, { query: { cursor, show, limit } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'stop_list.read');
      const rows = await pageOfMeetings(tx, { show, limit, after: decodeCursor(cursor) });
      const page = pageFrom(rows, limit, ({ metAt, id }) => ({ value: metAt.toISOString(), id }));
      return { ...page, items: await present(tx, page.items) };
    }),
  ),
  serve(api.decideStopMeeting, (ctx, { params, body }) =>
    transact(ctx, async (tx) => {
      const [one] = await present(tx, [await decideStopMeeting(tx, { ...params, ...body })]);
      if (!one) throw new Error('a meeting is presented as one');
      return one;
    }),
  ),
];

async function present(tx: Tx, met: readonly StopMeetingRecord[]) {
  const names = await namesOf(
    tx,
    met.flatMap(({ decidedBy }) => decidedBy ?? []),
  );
  const found = await partnersById(
    tx,
    met.flatMap(({ partnerId }) => partnerId ?? []),
  );
  const partners = new Map(found.map(({ id, name }) => [id, { id, name }]));
  return met.map((one) => {
    const { id, metIn, subjectId, partnerId, who, by, sure, metAt, decision, decidedAt, decidedBy, note } =
      one;
    const mine = () => permit(tx, rights, 'stop_list.decide');
    const waits = () =>
      decision === null || new Refusal('conflict', 'recruiting.meeting_decided', { decision });
    return {
      id,
      entry: { id: one.entryId, name: one.entryName, reasonCode: one.reasonCode },
      metIn,
      subjectId,
      partner: partnerId === null ? null : (partners.get(partnerId) ?? null),
      who,
      by: [...by],
      sure,
      metAt,
      decided:
        decision !== null && decidedAt !== null
          ? { as: decision, at: decidedAt, by: names.get(decidedBy ?? '') ?? null, note }
          : null,
      can: {
        same: ability(mine, waits),
        other: ability(
          mine,
          waits,
          () => !sure || new Refusal('conflict', 'recruiting.surely_the_same', { by: [...by] }),
        ),
      },
    };
  });
}
