import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Exclusivity, Promised, Side } from '../contract/version.ts';

export interface VersionRecord {
  readonly id: Id<'agreement_version'>;
  readonly agreementId: Id<'agreement'>;
  readonly partnerId: Id<'partner'>;
  readonly version: number;
  readonly success: string;
  readonly whoAnswers: string;
  readonly ifItBreaks: string;
  readonly howCounted: string;
  readonly promises: Promised[];
  readonly exclusivity: Exclusivity | null;
  readonly bodyHash: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export interface Acceptance {
  readonly versionId: Id<'agreement_version'>;
  readonly partnerId: Id<'partner'>;
  readonly side: Side;
  readonly person: string;
  readonly evidence: string | null;
  readonly bodyHash: string;
  readonly acceptedAt: Date;
}

/** Newest first. */
export async function versionsOf(tx: Tx, agreementIds: readonly string[]): Promise<VersionRecord[]> {
  const { rows } = await sql<VersionRecord>`
    SELECT id, agreement_id AS "agreementId", partner_id AS "partnerId", version, success, who_answers AS "whoAnswers",
           if_it_breaks AS "ifItBreaks", how_counted AS "howCounted", promises, exclusivity, body_hash AS "bodyHash",
           created_at AS "createdAt", created_by AS "createdBy"
    FROM agreements.agreement_version
    WHERE workspace_id = ${tx.workspaceId}::uuid AND agreement_id = ANY(${agreementIds}::text[])
    ORDER BY agreement_id, version DESC`.execute(tx.db);
  return rows;
}

export async function insertVersions(tx: Tx, versions: readonly VersionRecord[]): Promise<void> {
  if (versions.length === 0) return;
  await sql`
    INSERT INTO agreements.agreement_version (workspace_id, id, agreement_id, partner_id, version, success, who_answers,
      if_it_breaks, how_counted, promises, exclusivity, body_hash, created_at, created_by)
    SELECT ${tx.workspaceId}::uuid, r.id, r."agreementId", r."partnerId", r.version, r.success, r."whoAnswers",
      r."ifItBreaks", r."howCounted", r.promises, NULLIF(r.exclusivity, 'null'::jsonb), r."bodyHash", r."createdAt", r."createdBy"
    FROM jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) AS r(id text, "agreementId" text, "partnerId" text,
      version int, success text, "whoAnswers" text, "ifItBreaks" text, "howCounted" text, promises jsonb, exclusivity jsonb,
      "bodyHash" text, "createdAt" timestamptz, "createdBy" text)`.execute(tx.db);
}

export async function acceptancesOf(tx: Tx, versionIds: readonly string[]): Promise<Acceptance[]> {
  const { rows } = await sql<Acceptance>`
    SELECT version_id AS "versionId", partner_id AS "partnerId", side, person, evidence, body_hash AS "bodyHash",
           accepted_at AS "acceptedAt"
    FROM agreements.acceptance
    WHERE workspace_id = ${tx.workspaceId}::uuid AND version_id = ANY(${versionIds}::text[])
    ORDER BY accepted_at, side`.execute(tx.db);
  return rows;
}

export async function insertAcceptance(tx: Tx, acceptance: Acceptance): Promise<void> {
  await sql`
    INSERT INTO agreements.acceptance (workspace_id, version_id, partner_id, side, person, evidence, by_actor, body_hash, accepted_at)
    VALUES (${tx.workspaceId}::uuid, ${acceptance.versionId}, ${acceptance.partnerId}, ${acceptance.side},
            ${acceptance.person}, ${acceptance.evidence}, ${tx.actor.id}, ${acceptance.bodyHash}, ${acceptance.acceptedAt})`.execute(
    tx.db,
  );
}
