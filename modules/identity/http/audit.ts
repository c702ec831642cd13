import { readAudit, verifyAudit } from '@mosty/kernel/audit';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { languageOf, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { everyRow, writeTable } from '@mosty/kernel/table-file';
import { businessDate, startOfDay } from '@mosty/kernel/time';
import type * as z from 'zod';
import { exportAudit, listAudit, verifyAudit as verifyAuditOperation } from '../contract/audit.ts';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { namesOf } from '../service/names.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { auditColumns } from './audit-columns.ts';
import { iso } from './present.ts';

const CURSOR = /^\d{1,18}$/;

export const auditRoutes: Served[] = [
  serve(listAudit, (ctx, { query }) => look(ctx, (tx) => pageOfAudit(tx, query))),
  serve(exportAudit, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'audit.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'journal',
          columns: auditColumns(tx.zone),
          rows: everyRow((page) => pageOfAudit(tx, { ...filter, ...page })),
        },
      );
    }),
  ),
  serve(verifyAuditOperation, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'audit.read');
      const { checked, brokenAt, lastHash } = await verifyAudit(tx);
      return { checked, brokenAt: brokenAt === null ? null : Number(brokenAt), lastHash };
    }),
  ),
];

async function pageOfAudit(tx: Tx, query: z.output<typeof listAudit.query>) {
  permit(tx, rights, 'audit.read');
  if (query.cursor !== undefined && !CURSOR.test(query.cursor)) refuse('invalid', 'request.cursor_malformed');
  const dayStart = (day: string | undefined) =>
    day === undefined ? undefined : startOfDay(businessDate(day), tx.zone);
  const found = await readAudit(tx, {
    before: query.cursor === undefined ? undefined : BigInt(query.cursor),
    subject: query.subject,
    actorId: query.actorId,
    verb: query.verb,
    from: dayStart(query.from),
    to: dayStart(query.to),
    limit: query.limit + 1,
  });
  const rows = found.slice(0, query.limit);
  const names = await namesOf(
    tx,
    rows.flatMap((row) => [row.actorId, row.subject, ...idsIn(row.change)]),
  );
  const workspace = await findWorkspace(tx);
  if (workspace) names.set(workspace.id, workspace.name);
  return {
    items: rows.map((row) => ({
      seq: Number(row.seq),
      at: iso(row.at),
      actor: { type: actorType(row.actorType), id: row.actorId, name: names.get(row.actorId) ?? null },
      verb: row.verb,
      subject: row.subject,
      subjectName: names.get(row.subject) ?? null,
      reason: row.reason,
      change: row.change === null ? null : (row.change as Record<string, unknown>),
      names: Object.fromEntries(
        idsIn(row.change).flatMap((id) => {
          const name = names.get(id);
          return name === undefined ? [] : [[id, name] as const];
        }),
      ),
      requestId: row.requestId,
      hash: row.hash,
    })),
    nextCursor: found.length > query.limit ? (rows.at(-1)?.seq.toString() ?? null) : null,
  };
}

function actorType(type: string): 'person' | 'api_key' | 'system' {
  return type === 'person' || type === 'api_key' ? type : 'system';
}

const ID = /^[a-z]{2,5}_[0-9a-hjkmnp-tv-z]{26}$/;

/** A change names things by their ids only; people read the names. */
function idsIn(change: unknown): string[] {
  if (typeof change === 'string') return ID.test(change) ? [change] : [];
  if (typeof change !== 'object' || change === null) return [];
  return Object.values(change).flatMap(idsIn);
}
