import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Published } from '../domain/publication.ts';

export interface PublicationRecord extends Published {
  readonly id: Id<'publication'>;
  readonly partnerId: Id<'partner'>;
  readonly planItemId: Id<'plan'> | null;
  readonly title: string;
  readonly platform: string;
  readonly onDay: string;
  readonly operator: string | null;
  readonly registeredBy: 'ours' | 'theirs' | null;
  readonly url: string | null;
}

export type NamedPublication = PublicationRecord & {
  readonly partnerName: string;
  readonly planTitle: string | null;
};

const FIELDS = sql`
  u.id, u.partner_id AS "partnerId", u.plan_item_id AS "planItemId", u.title, u.platform, u.on_day AS "onDay",
  u.is_ad AS "isAd", u.erid, u.operator, u.registered_by AS "registeredBy", u.label, u.followers,
  u.register_proof AS "registerProof", u.url, u.out_at AS "outAt", u.reported_on AS "reportedOn"`;

export const PUBLICATION_ROWS = 500;

export async function publicationsOf(
  tx: Tx,
  asked: {
    id?: string | undefined;
    partnerId?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
  },
): Promise<NamedPublication[]> {
  const { rows } = await sql<NamedPublication>`
    SELECT ${FIELDS}, p.name AS "partnerName", i.title AS "planTitle" FROM rhythm.publication u
    JOIN directory.v_partner p ON p.workspace_id = u.workspace_id AND p.id = u.partner_id
    LEFT JOIN rhythm.plan_item i ON i.workspace_id = u.workspace_id AND i.id = u.plan_item_id
    WHERE u.workspace_id = ${tx.workspaceId}::uuid
      ${asked.id ? sql`AND u.id = ${asked.id}` : sql``}
      ${asked.partnerId ? sql`AND u.partner_id = ${asked.partnerId}` : sql``}
      ${asked.from ? sql`AND u.on_day >= ${asked.from}::date` : sql``}
      ${asked.to ? sql`AND u.on_day <= ${asked.to}::date` : sql``}
    ORDER BY u.on_day, u.id LIMIT ${PUBLICATION_ROWS + 1}`.execute(tx.db);
  return rows;
}

export async function lockPublication(tx: Tx, id: string): Promise<PublicationRecord | null> {
  const { rows } = await sql<PublicationRecord>`
    SELECT ${FIELDS} FROM rhythm.publication u
    WHERE u.workspace_id = ${tx.workspaceId}::uuid AND u.id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function savePublication(tx: Tx, one: PublicationRecord): Promise<void> {
  await sql`
    INSERT INTO rhythm.publication (workspace_id, id, partner_id, plan_item_id, title, platform, on_day, is_ad, erid,
      operator, registered_by, label, followers, register_proof, url, out_at, reported_on, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.planItemId}, ${one.title}, ${one.platform},
      ${one.onDay}::date, ${one.isAd}, ${one.erid}, ${one.operator}, ${one.registeredBy}, ${one.label},
      ${one.followers}, ${one.registerProof}, ${one.url}, ${one.outAt}, ${one.reportedOn}::date, ${tx.now()},
      ${tx.actor.id})
    ON CONFLICT (workspace_id, id) DO UPDATE SET plan_item_id = EXCLUDED.plan_item_id, title = EXCLUDED.title, platform = EXCLUDED.platform,
      on_day = EXCLUDED.on_day, is_ad = EXCLUDED.is_ad, erid = EXCLUDED.erid, operator = EXCLUDED.operator,
      registered_by = EXCLUDED.registered_by, label = EXCLUDED.label, followers = EXCLUDED.followers,
      register_proof = EXCLUDED.register_proof, url = EXCLUDED.url, out_at = EXCLUDED.out_at,
      reported_on = EXCLUDED.reported_on`.execute(tx.db);
}
