import { clientsById } from '@mosty/directory';
import { namesOf, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import * as api from '../contract/mentions.ts';
import { rights } from '../policy.ts';
import { logMention } from '../service/log-mention.ts';
import { takeBackMention } from '../service/take-back-mention.ts';
import { nameOfSpelling } from '../store/influence.ts';
import { findMention, pageOfMentions, type MentionRow } from '../store/mentions.ts';

export const mentionRoutes: readonly Served[] = [
  serve(api.logMention, async (ctx, { body }) => {
    const { id, nameId } = await logMention(ctx, {
      ...body,
      saidAt: body.saidAt === undefined ? undefined : new Date(body.saidAt),
    });
    return look(ctx, async (tx) => {
      const name =
        (await nameOfSpelling(tx, nameId)) ?? refuse('not_found', 'recruiting.name_unknown', { nameId });
      return { id, nameId: name.id, name: name.spoken, speakers: name.speakers };
    });
  }),
  serve(api.listMentions, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'mention.read');
      const { cursor, ...asked } = query;
      const rows = await pageOfMentions(tx, { ...asked, after: decodeCursor(cursor) });
      const page = pageFrom(rows, query.limit, (row) => ({ value: row.saidAt.toISOString(), id: row.id }));
      return { ...page, items: await present(tx, page.items) };
    }),
  ),
  serve(api.takeBackMention, async (ctx, { params, body }) => {
    await takeBackMention(ctx, { ...params, ...body });
    return look(ctx, async (tx) => {
      permit(tx, rights, 'mention.read');
      const row = await findMention(tx, params.mentionId);
      const [mention] = await present(tx, row ? [row] : []);
      return mention ?? refuse('not_found', 'recruiting.mention_unknown', params);
    });
  }),
];

async function present(tx: Tx, rows: readonly MentionRow[]) {
  const clients = await clientsById(tx, [...new Set(rows.flatMap(({ clientId }) => clientId ?? []))]);
  const clientNames = new Map(clients.map((client) => [client.id, client.name]));
  const people = await namesOf(
    tx,
    rows.map(({ writtenBy }) => writtenBy),
  );
  return rows.map(({ clientId, writtenBy, takenBackAt, takenBackWhy, ...row }) => ({
    ...row,
    client: clientId === null ? null : { id: clientId, name: clientNames.get(clientId) ?? '' },
    writtenBy: people.get(writtenBy) ?? null,
    takenBack: takenBackAt && takenBackWhy ? { at: takenBackAt, reason: takenBackWhy } : null,
  }));
}
