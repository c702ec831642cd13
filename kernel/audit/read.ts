import { sql } from 'kysely';
import type { Tx } from '../context/index.ts';
import { auditHash, GENESIS, type AuditEntry } from './chain.ts';

interface AuditRow extends AuditEntry {
  readonly hash: string;
}

/** Newest first. `before` is the sequence number to continue from; filters are exact. */
export async function readAudit(
  tx: Tx,
  filter: { before?: bigint | undefined; subject?: string | undefined; actorId?: string | undefined; verb?: string | undefined; limit: number },
): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    SELECT seq, at, actor_type AS "actorType", actor_id AS "actorId", verb, subject, reason, change,
           request_id AS "requestId", hash
    FROM kernel.audit
    WHERE workspace_id = ${tx.workspaceId}::uuid
      AND (${filter.before ?? null}::bigint IS NULL OR seq < ${filter.before ?? null}::bigint)
      AND (${filter.subject ?? null}::text IS NULL OR subject = ${filter.subject ?? null})
      AND (${filter.actorId ?? null}::text IS NULL OR actor_id = ${filter.actorId ?? null})
      AND (${filter.verb ?? null}::text IS NULL OR verb = ${filter.verb ?? null})
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
      if (row.seq !== seq + 1n || row.hash !== expected) return { checked, lastSeq: seq, lastHash: hash, brokenAt: row.seq };
      hash = row.hash;
      seq = row.seq;
      checked += 1;
    }
    if (rows.length < PAGE) break;
  }
  const head = await sql<{ audit_seq: bigint; audit_hash: string }>`
    SELECT audit_seq, audit_hash FROM kernel.workspace_head WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  const end = head.rows[0];
  // Entries cut off the end leave a whole chain that is shorter than its head says.
  const cut = end !== undefined && (end.audit_seq !== seq || end.audit_hash !== hash);
  return { checked, lastSeq: seq, lastHash: hash, brokenAt: cut ? seq + 1n : null };
}
