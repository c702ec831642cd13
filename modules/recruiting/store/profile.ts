import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { CheckAnswer, ProfileBody } from '../contract/profile.ts';

export interface ProfileVersion {
  readonly version: number;
  readonly body: ProfileBody;
  readonly reason: string;
  readonly publishedAt: Date;
  readonly publishedBy: string;
}

/** Newest first. */
export async function profileVersions(tx: Tx): Promise<ProfileVersion[]> {
  const { rows } = await sql<ProfileVersion>`
    SELECT version, body, reason, published_at AS "publishedAt", published_by AS "publishedBy" FROM recruiting.profile
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY version DESC`.execute(tx.db);
  return rows;
}

export async function newestProfile(tx: Tx): Promise<ProfileVersion | null> {
  const { rows } = await sql<ProfileVersion>`
    SELECT version, body, reason, published_at AS "publishedAt", published_by AS "publishedBy" FROM recruiting.profile
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY version DESC LIMIT 1`.execute(tx.db);
  return rows[0] ?? null;
}

export async function insertProfile(
  tx: Tx,
  one: Pick<ProfileVersion, 'version' | 'body' | 'reason'>,
): Promise<void> {
  await sql`
    INSERT INTO recruiting.profile (workspace_id, version, body, reason, published_at, published_by)
    VALUES (${tx.workspaceId}::uuid, ${one.version}, ${JSON.stringify(one.body)}::jsonb, ${one.reason}, ${tx.now()},
      ${tx.actor.id})`.execute(tx.db);
}

/** The last answers about traits: of these partners, or of everybody who was answered about. */
export async function traitAnswers(
  tx: Tx,
  partnerIds: readonly Id<'partner'>[] | 'all',
): Promise<{ partnerId: Id<'partner'>; code: string; answer: CheckAnswer; at: Date }[]> {
  const { rows } = await sql<{ partnerId: Id<'partner'>; code: string; answer: CheckAnswer; at: Date }>`
    SELECT DISTINCT ON (partner_id, question) partner_id AS "partnerId", substr(question, 9) AS code, answer, at
    FROM recruiting.check_answer
    WHERE workspace_id = ${tx.workspaceId}::uuid AND question LIKE 'profile.%'
      ${partnerIds === 'all' ? sql`` : sql`AND partner_id = ANY(${[...partnerIds]}::text[])`}
    ORDER BY partner_id, question, seq DESC`.execute(tx.db);
  return rows;
}

/** What clients paid through each partner who works with us, since a month. */
export async function paidSince(
  tx: Tx,
  month: string,
): Promise<{ partnerId: Id<'partner'>; paidMinor: bigint }[]> {
  const { rows } = await sql<{ partnerId: Id<'partner'>; paidMinor: bigint }>`
    SELECT s.partner_id AS "partnerId", COALESCE(sum(m.paid_minor), 0)::bigint AS "paidMinor"
    FROM lifecycle.v_standing s
    LEFT JOIN insight.v_partner_month m ON m.workspace_id = s.workspace_id AND m.partner_id = s.partner_id
      AND m.month >= ${month}::date
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.stage IN ('pilot', 'working', 'paused', 'review')
    GROUP BY s.partner_id`.execute(tx.db);
  return rows;
}
