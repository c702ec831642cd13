import { may, namesOfMembers, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { Refusal } from '@mosty/kernel/refusal';
import {
  decideWriteOffOperation,
  listWriteOffs as listOperation,
  proposeWriteOffOperation,
} from '../contract/write-off.ts';
import { rights } from '../policy.ts';
import { decideWriteOff } from '../service/decide-write-off.ts';
import { proposeWriteOff } from '../service/propose-write-off.ts';
import { listWriteOffs, type WriteOff } from '../store/write-offs.ts';
import { canOf } from './present.ts';

function canDo(ctx: Context, writeOff: WriteOff) {
  const decided = writeOff.state === 'proposed' ? null : new Refusal('conflict', 'payouts.write_off_decided');
  const own =
    writeOff.proposedBy === ctx.actor.id ? new Refusal('not_permitted', 'identity.two_people') : null;
  const allowed = may(ctx, rights, 'write_off.decide');
  return canOf({ approve: allowed && (decided ?? own), decline: allowed && decided });
}

export const writeOffRoutes: readonly Served[] = [
  serve(listOperation, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'write_off.read');
      const { cursor, limit, state } = query;
      const rows = await listWriteOffs(tx, { state, before: decodeCursor(cursor)?.id, limit: limit + 1 });
      const names = await namesOfMembers(
        tx,
        rows.map((row) => row.proposedBy),
      );
      return pageFrom(
        rows.map((row) => ({
          ...row,
          proposedByName: names.get(row.proposedBy) ?? null,
          can: canDo(tx, row),
        })),
        limit,
        (row) => ({ value: row.id, id: row.id }),
      );
    }),
  ),
  serve(proposeWriteOffOperation, (ctx, { params, body }) => proposeWriteOff(ctx, { ...params, ...body })),
  serve(decideWriteOffOperation, (ctx, { params, body }) => decideWriteOff(ctx, { ...params, ...body })),
];
