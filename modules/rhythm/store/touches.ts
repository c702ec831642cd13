import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { TouchKind } from '../contract/week.ts';

export interface TouchRow {
  readonly id: Id<'touch'>;
  readonly kind: TouchKind;
  readonly at: Date;
  readonly partnerId: Id<'partner'> | null;
  readonly partnerName: string | null;
  readonly memberId: Id<'member'> | null;
  readonly minutes: number;
  readonly title: string | null;
  readonly ofId: string | null;
}

export const TOUCH_ROWS = 500;

/** What was written down in these hours. A meeting stands in its own table: it is one, however many came. */
export async function touchesBetween(
  tx: Tx,
  asked: {
    readonly from: Date;
    readonly to: Date;
    readonly memberId?: string | undefined;
    readonly partnerId?: string | undefined;
  },
): Promise<TouchRow[]> {
  const { rows } = await sql<TouchRow>`
    SELECT t.id, t.kind, t.at, t.partner_id AS "partnerId", p.name AS "partnerName", t.by_member AS "memberId", t.minutes,
      COALESCE(t.note, n.fix, u.title, r.text, x.text) AS title, t.of_id AS "ofId"
    FROM rhythm.touch t
    LEFT JOIN directory.v_partner p ON p.workspace_id = t.workspace_id AND p.id = t.partner_id
    LEFT JOIN rhythm.weekly_note n ON t.kind = 'note' AND n.workspace_id = t.workspace_id AND n.id = t.of_id
    LEFT JOIN rhythm.publication u ON t.kind = 'publication' AND u.workspace_id = t.workspace_id AND u.id = t.of_id
    LEFT JOIN rhythm.recognition r ON t.kind = 'recognition' AND r.workspace_id = t.workspace_id AND r.id = t.of_id
    LEFT JOIN rhythm.exchange x ON t.kind = 'exchange' AND x.workspace_id = t.workspace_id AND x.id = t.of_id
    WHERE t.workspace_id = ${tx.workspaceId}::uuid AND t.taken_back_at IS NULL AND t.kind <> 'session'
      AND t.at >= ${asked.from} AND t.at < ${asked.to}
      ${asked.memberId ? sql`AND t.by_member = ${asked.memberId}` : sql``}
      ${asked.partnerId ? sql`AND t.partner_id = ${asked.partnerId}` : sql``}
    ORDER BY t.at, t.id LIMIT ${TOUCH_ROWS + 1}`.execute(tx.db);
  return rows;
}

/**
 * Working partners whom nobody touched since, the longest first; how many there are stands in every row. Who is
 * led by hand the conveyor says.
 */
export async function untouchedSince(
  tx: Tx,
  since: Date,
  asked: { readonly memberId?: string | undefined; readonly partnerId?: string | undefined },
  limit: number,
): Promise<{ id: Id<'partner'>; name: string; lastAt: Date | null; all: number }[]> {
  const { rows } = await sql<{ id: Id<'partner'>; name: string; lastAt: Date | null; all: number }>`
    SELECT p.id, p.name, l.at AS "lastAt", (count(*) OVER ())::int AS "all"
    FROM lifecycle.v_led_by_hand s
    JOIN directory.v_partner p ON p.workspace_id = s.workspace_id AND p.id = s.partner_id
    LEFT JOIN LATERAL (
      SELECT t.at FROM rhythm.touch t
      WHERE t.workspace_id = s.workspace_id AND t.partner_id = s.partner_id AND t.taken_back_at IS NULL
      ORDER BY t.at DESC LIMIT 1) l ON true
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND p.archived_at IS NULL AND (l.at IS NULL OR l.at < ${since})
      ${asked.memberId ? sql`AND p.owner_member_id = ${asked.memberId}` : sql``}
      ${asked.partnerId ? sql`AND p.id = ${asked.partnerId}` : sql``}
    ORDER BY l.at NULLS FIRST, p.id LIMIT ${limit}`.execute(tx.db);
  return rows;
}
