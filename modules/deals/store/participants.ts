import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { DealRole } from '../contract/deal.ts';

export interface ParticipantRecord {
  readonly id: Id<'deal_participant'>;
  readonly dealId: Id<'deal'>;
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly class: 'referral' | 'partner_sales' | 'alliance';
  readonly role: DealRole;
  readonly sharePpm: number;
  readonly capMinor: bigint | null;
}

/** Those who take part now, in the order in which they came. */
export async function participantsOf(tx: Tx, dealIds: readonly string[]): Promise<ParticipantRecord[]> {
  if (dealIds.length === 0) return [];
  const { rows } = await sql<ParticipantRecord>`
    SELECT id, deal_id AS "dealId", partner_id AS "partnerId", agreement_id AS "agreementId", class, role,
      share_ppm AS "sharePpm", cap_minor AS "capMinor"
    FROM deals.deal_participant
    WHERE workspace_id = ${tx.workspaceId}::uuid AND deal_id = ANY(${dealIds}::text[]) AND removed_at IS NULL
    ORDER BY added_at, id`.execute(tx.db);
  return rows;
}

export async function insertParticipants(tx: Tx, rows: readonly ParticipantRecord[]): Promise<void> {
  if (rows.length === 0) return;
  const told = rows.map((row) => ({ ...row, capMinor: row.capMinor?.toString() ?? null }));
  await sql`
    INSERT INTO deals.deal_participant (workspace_id, id, deal_id, partner_id, agreement_id, class, role, share_ppm,
      cap_minor, added_at, added_by)
    SELECT ${tx.workspaceId}::uuid, r.id, r."dealId", r."partnerId", r."agreementId", r.class, r.role, r."sharePpm",
      r."capMinor", ${tx.now()}, ${tx.actor.id}
    FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS r(id text, "dealId" text, "partnerId" text,
      "agreementId" text, class text, role text, "sharePpm" int, "capMinor" bigint)
    ON CONFLICT DO NOTHING`.execute(tx.db);
}

export async function removeParticipants(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    UPDATE deals.deal_participant SET removed_at = ${tx.now()}, removed_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[]) AND removed_at IS NULL`.execute(
    tx.db,
  );
}
