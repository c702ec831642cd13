import { namesOfMembers, permit } from '@mosty/identity';
import { readAudit } from '@mosty/kernel/audit';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import * as api from '../contract.ts';
import { rights } from '../policy.ts';
import { clientsById } from '../store/clients.ts';
import { knownPartner } from '../service/keep-partner.ts';

const CURSOR = /^\d{1,18}$/;

export const timelineRoutes: Served[] = [
  serve(api.getPartnerTimeline, (ctx, { params, query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'partner.timeline');
      return timelineOf(tx, (await knownPartner(tx, params.partnerId)).id, query);
    }),
  ),
  serve(api.getClientTimeline, (ctx, { params, query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'partner.timeline');
      const [client] = await clientsById(tx, [params.clientId]);
      if (!client) return refuse('not_found', 'directory.client_unknown', params);
      return timelineOf(tx, client.id, query);
    }),
  ),
];

/** The journal's lines about one subject: the journal as a whole is for fewer eyes. */
async function timelineOf(tx: Tx, subject: string, query: { cursor?: string | undefined; limit: number }) {
  if (query.cursor !== undefined && !CURSOR.test(query.cursor)) refuse('invalid', 'request.cursor_malformed');
  const before = query.cursor === undefined ? undefined : BigInt(query.cursor);
  const found = await readAudit(tx, { subject, before, limit: query.limit + 1 });
  const rows = found.slice(0, query.limit);
  const names = await namesOfMembers(
    tx,
    rows.map((row) => row.actorId),
  );
  const items = rows.map((row) => ({
    seq: Number(row.seq),
    at: row.at,
    actor: { type: row.actorType, id: row.actorId, name: names.get(row.actorId) ?? null },
    verb: row.verb,
    reason: row.reason,
    change: row.change as Record<string, unknown> | null,
  }));
  const last = rows.at(-1);
  return { items, nextCursor: found.length > query.limit && last ? last.seq.toString() : null };
}
