import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { NoticeKind, NoticeWay } from '../contract/kinds.ts';
import type { Quiet } from '../domain/quiet.ts';

interface Whose {
  readonly id: string;
  readonly partnerId: string | null;
}

export async function choicesOf(
  tx: Tx,
  memberIds: readonly string[],
): Promise<Map<string, ReadonlyMap<NoticeKind, NoticeWay>>> {
  const { rows } = await sql<{ memberId: string; kind: NoticeKind; way: NoticeWay }>`
    SELECT member_id AS "memberId", kind, way FROM notices.choice
    WHERE workspace_id = ${tx.workspaceId}::uuid AND member_id = ANY(${memberIds}::text[])`.execute(tx.db);
  const chosen = new Map<string, Map<NoticeKind, NoticeWay>>();
  for (const { memberId, kind, way } of rows)
    chosen.set(memberId, (chosen.get(memberId) ?? new Map<NoticeKind, NoticeWay>()).set(kind, way));
  return chosen;
}

export async function saveChoice(tx: Tx, whose: Whose, kind: NoticeKind, way: NoticeWay): Promise<void> {
  await sql`
    INSERT INTO notices.choice (workspace_id, member_id, kind, partner_id, way, chosen_at)
    VALUES (${tx.workspaceId}::uuid, ${whose.id}, ${kind}, ${whose.partnerId}, ${way}, ${tx.now()})
    ON CONFLICT (workspace_id, member_id, kind) DO UPDATE SET way = EXCLUDED.way, chosen_at = EXCLUDED.chosen_at`.execute(
    tx.db,
  );
}

export async function quietOf(tx: Tx, memberIds: readonly string[]): Promise<Map<string, Quiet>> {
  const { rows } = await sql<Quiet & { memberId: string }>`
    SELECT member_id AS "memberId", from_minute AS "fromMinute", to_minute AS "toMinute", zone FROM notices.quiet
    WHERE workspace_id = ${tx.workspaceId}::uuid AND member_id = ANY(${memberIds}::text[])`.execute(tx.db);
  return new Map(rows.map(({ memberId, ...quiet }) => [memberId, quiet]));
}

export async function saveQuiet(tx: Tx, whose: Whose, quiet: Quiet): Promise<void> {
  await sql`
    INSERT INTO notices.quiet (workspace_id, member_id, partner_id, from_minute, to_minute, zone, chosen_at)
    VALUES (${tx.workspaceId}::uuid, ${whose.id}, ${whose.partnerId}, ${quiet.fromMinute}, ${quiet.toMinute}, ${quiet.zone},
      ${tx.now()})
    ON CONFLICT (workspace_id, member_id) DO UPDATE SET from_minute = EXCLUDED.from_minute,
      to_minute = EXCLUDED.to_minute, zone = EXCLUDED.zone, chosen_at = EXCLUDED.chosen_at`.execute(tx.db);
}
