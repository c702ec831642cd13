import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Severity } from '../contract/signs.ts';
import type { FlagRecord } from './flags.ts';

export type NamedFlag = FlagRecord & {
  readonly partnerName: string;
  readonly heldMinor: bigint;
  readonly rank: string;
};

const NAMED = sql`
  SELECT f.id, f.partner_id AS "partnerId", f.detector AS sign, f.by_hand AS "byHand", f.severity, f.state, f.measure, f.reason,
         f.opened_at AS "openedAt", f.opened_by AS "openedBy", f.last_seen_at AS "lastSeenAt", f.seen_count AS "seenCount",
         f.repeats_id AS "repeatsId", f.answer_due_on::text AS "answerDueOn", f.held_until::text AS "heldUntil",
         f.hold_reason AS "holdReason", f.currency, f.at_stake_minor AS "atStakeMinor", f.ended_at AS "endedAt", f.explanation,
         f.false_alarm AS "falseAlarm", p.name AS "partnerName", v.held_minor AS "heldMinor",
         (CASE f.severity WHEN 'critical' THEN '3' WHEN 'serious' THEN '2' ELSE '1' END) || to_char(f.opened_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') AS rank
  FROM integrity.flag f
  JOIN integrity.v_flag v ON v.workspace_id = f.workspace_id AND v.id = f.id
  JOIN directory.v_partner p ON p.workspace_id = f.workspace_id AND p.id = f.partner_id`;

export interface FlagFilter {
  readonly partnerId?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly sign?: string | undefined;
  readonly show: 'standing' | 'late' | 'ended' | 'all';
  readonly today: string;
  readonly after: Place | null;
  readonly limit: number;
}

/** The most severe first, of those the newest. One row more than `limit` says there is a next page. */
export async function pageOfFlags(tx: Tx, asked: FlagFilter): Promise<NamedFlag[]> {
  const shown = {
    standing: sql`AND f.ended_at IS NULL`,
    late: sql`AND f.ended_at IS NULL AND f.answer_due_on < ${asked.today}::date`,
    ended: sql`AND f.ended_at IS NOT NULL`,
    all: sql``,
  }[asked.show];
  const { after } = asked;
  const { rows } = await sql<NamedFlag>`
    SELECT * FROM (
      ${NAMED} WHERE f.workspace_id = ${tx.workspaceId}::uuid ${shown}
        ${asked.partnerId ? sql`AND f.partner_id = ${asked.partnerId}` : sql``}
        ${asked.severity ? sql`AND f.severity = ${asked.severity}` : sql``}
        ${asked.sign ? sql`AND f.detector = ${asked.sign}` : sql``}
    ) AS flags
    ${after ? sql`WHERE (rank, id) < (${after.value}::text, ${after.id}::text)` : sql``}
    ORDER BY rank DESC, id DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

export async function namedFlag(tx: Tx, id: string): Promise<NamedFlag | null> {
  const { rows } = await sql<NamedFlag>`
    ${NAMED} WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function countStanding(
  tx: Tx,
  today: string,
): Promise<{ watch: number; serious: number; critical: number; late: number }> {
  const { rows } = await sql<{ watch: number; serious: number; critical: number; late: number }>`
    SELECT count(*) FILTER (WHERE severity = 'watch')::int AS watch, count(*) FILTER (WHERE severity = 'serious')::int AS serious,
           count(*) FILTER (WHERE severity = 'critical')::int AS critical,
           count(*) FILTER (WHERE answer_due_on < ${today}::date)::int AS late
    FROM integrity.flag WHERE workspace_id = ${tx.workspaceId}::uuid AND ended_at IS NULL`.execute(tx.db);
  return rows[0] ?? { watch: 0, serious: 0, critical: 0, late: 0 };
}

export async function heldNow(tx: Tx): Promise<{ currency: string; amountMinor: bigint }[]> {
  const { rows } = await sql<{ currency: string; amountMinor: bigint }>`
    SELECT m.currency, sum(m.amount_minor)::bigint AS "amountMinor"
    FROM integrity.flag_hold h
    JOIN incentives.v_held m ON m.workspace_id = h.workspace_id AND m.hold_id = h.hold_id
    WHERE h.workspace_id = ${tx.workspaceId}::uuid GROUP BY m.currency ORDER BY m.currency`.execute(tx.db);
  return rows;
}

/** What the journal and other pages call flags and incidents. */
export async function partnersOfFlags(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT f.id, p.name FROM integrity.flag f
    JOIN directory.v_partner p ON p.workspace_id = f.workspace_id AND p.id = f.partner_id
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.id = ANY(${[...ids]}::text[])
    UNION ALL
    SELECT i.id, p.name FROM integrity.incident i
    JOIN directory.v_partner p ON p.workspace_id = i.workspace_id AND p.id = i.partner_id
    WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.id = ANY(${[...ids]}::text[])
    UNION ALL
    SELECT b.id, p.name FROM integrity.breach b
    JOIN directory.v_partner p ON p.workspace_id = b.workspace_id AND p.id = b.partner_id
    WHERE b.workspace_id = ${tx.workspaceId}::uuid AND b.id = ANY(${[...ids]}::text[])`.execute(tx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
