import type { Tx } from '@mosty/kernel/context';
import { sql } from 'kysely';
import type { ScoreEvidenceKind } from '../contract/evidence.ts';

export interface EvidenceRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly kind: ScoreEvidenceKind;
  readonly says: string;
  readonly source: string;
  readonly seenOn: string;
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly verdict: 'verified' | 'refuted' | null;
  readonly how: string | null;
  readonly verdictBy: string | null;
}

const FIELDS = sql`id, partner_id AS "partnerId", kind, says, source, seen_on AS "seenOn", added_at AS "addedAt",
  added_by AS "addedBy", verdict, how, verdict_by AS "verdictBy"`;

/** Newest first. */
export async function evidenceOf(tx: Tx, partnerId: string): Promise<EvidenceRecord[]> {
  const { rows } = await sql<EvidenceRecord>`
    SELECT ${FIELDS} FROM scores.evidence WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    ORDER BY added_at DESC, id DESC`.execute(tx.db);
  return rows;
}

/** Locked till the end of the transaction. */
export async function lockEvidence(tx: Tx, id: string): Promise<EvidenceRecord | null> {
  const { rows } = await sql<EvidenceRecord>`
    SELECT ${FIELDS} FROM scores.evidence WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

export async function insertEvidence(
  tx: Tx,
  one: Pick<EvidenceRecord, 'id' | 'partnerId' | 'kind' | 'says' | 'source' | 'seenOn'>,
): Promise<void> {
  await sql`
    INSERT INTO scores.evidence (workspace_id, id, partner_id, kind, says, source, seen_on, added_at, added_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.kind}, ${one.says}, ${one.source},
      ${one.seenOn}::date, ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

export async function saveVerdict(
  tx: Tx,
  id: string,
  { verdict, how }: { readonly verdict: 'verified' | 'refuted'; readonly how: string },
): Promise<void> {
  await sql`
    UPDATE scores.evidence SET verdict = ${verdict}, how = ${how}, verdict_at = ${tx.now()}, verdict_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}
