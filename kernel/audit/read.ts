import { sql } from 'kysely';
import type { Tx } from '../context/index.ts';
import { auditHash, GENESIS, type AuditEntry } from './chain.ts';

interface AuditRow extends AuditEntry {
  readonly hash: string;
}

interface AuditFilter {
  /** The sequence number to continue from. */
  readonly before?: bigint | undefined;
  readonly subject?: string | undefined;
  readonly actorId?: string | undefined;
  readonly verb?: string | undefined;
  /** Half-open: `from` belongs to it, `to` does not. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly limit: number;
}

/** Newest first; filters are exact. */
export async function readAudit(tx: Tx, filter: AuditFilter): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    SELECT seq, at, actor_type AS "actorType", actor_id AS "actorId", verb, subject, reason, change,
           request_id AS "requestId", hash
    FROM kernel.audit
    WHERE workspace_id = ${tx.workspaceId}::uuid
      AND (${filter.before ?? null}::bigint IS NULL OR seq < ${filter.before ?? null}::bigint)
      AND (${filter.subject ?? null}::text IS NULL OR subject = ${filter.subject ?? null})
      AND (${filter.actorId ?? null}::text IS NULL OR actor_id = ${filter.actorId ?? null})
      AND (${filter.verb ?? null}::text IS NULL OR verb = ${filter.verb ?? null})
      AND (${filter.from ?? null}::timestamptz IS NULL OR at >= ${filter.from ?? null}::timestamptz)
      AND (${filter.to ?? null}::timestamptz IS NULL OR at < ${filter.to ?? null}::timestamptz)
    ORDER BY seq DESC LIMIT ${filter.limit}`.execute(tx.db);
  return rows;
}

export interface AuditVerdict {
  readonly checked: number;
  readonly lastSeq: bigint;
  readonly lastHash: string;
  /** The first entry whose hash, number or predecessor does not hold; null when the chain is whole. */
  readonly brokenAt: bigint | null;
}

const PAGE = 5_000;

/** Walks the whole chain of the workspace and recomputes every hash. */
export async function verifyAudit(tx: Tx): Promise<AuditVerdict> {
  let hash = GENESIS;
  let seq = 0n;
  let checked = 0;
  for (;;) {
    const { rows } = await sql<AuditRow>`
      SELECT seq, at, actor_type AS "actorType", actor_id AS "actorId", verb, subject, reason, change,
             request_id AS "requestId", hash
      FROM kernel.audit
      WHERE workspace_id = ${tx.workspaceId}::uuid AND seq > ${seq}
      ORDER BY seq LIMIT ${PAGE}`.execute(tx.db);
    for (const row of rows) {
      const expected = auditHash(tx.workspaceId, hash, row);
      if (row.seq !== seq + 1n || row.hash !== expected)
        return { checked, lastSeq: seq, lastHash: hash, brokenAt: row.seq };
      hash = row.hash;
      seq = row.seq;
      checked += 1;
    }
    if (rows.length < PAGE) break;
  }
  const head = await sql<{ audit_seq: bigint; audit_hash: string }>`
    SELECT audit_seq, audit_hash FROM kernel.workspace_head WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
    tx.db,
  );
  const end = head.rows[0];
  // Entries cut off the end leave a whole chain that is shorter than its head says.
  const cut = end !== undefined && (end.audit_seq !== seq || end.audit_hash !== hash);
  return { checked, lastSeq: seq, lastHash: hash, brokenAt: cut ? seq + 1n : null };
}
