import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { FlagState, Severity, Sign } from '../contract/signs.ts';
import type { Finding, Row } from '../domain/facts.ts';

export interface FlagRecord {
  readonly id: Id<'flag'>;
  readonly partnerId: Id<'partner'>;
  readonly sign: Sign;
  readonly byHand: boolean;
  readonly severity: Severity;
  readonly state: FlagState;
  readonly measure: Finding['measure'];
  readonly reason: string | null;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly lastSeenAt: Date;
  readonly seenCount: number;
  readonly repeatsId: Id<'flag'> | null;
  readonly answerDueOn: string | null;
  readonly heldUntil: string | null;
  readonly holdReason: string | null;
  readonly currency: string;
  readonly atStakeMinor: bigint;
  readonly endedAt: Date | null;
  readonly explanation: string | null;
  readonly falseAlarm: boolean;
}

const FLAG = sql`
  f.id, f.partner_id AS "partnerId", f.detector AS sign, f.by_hand AS "byHand", f.severity, f.state, f.measure, f.reason,
  f.opened_at AS "openedAt", f.opened_by AS "openedBy", f.last_seen_at AS "lastSeenAt", f.seen_count AS "seenCount",
  f.repeats_id AS "repeatsId", f.answer_due_on::text AS "answerDueOn", f.held_until::text AS "heldUntil",
  f.hold_reason AS "holdReason", f.currency, f.at_stake_minor AS "atStakeMinor", f.ended_at AS "endedAt", f.explanation,
  f.false_alarm AS "falseAlarm"`;

/** Looks and hands raise flags one after another in a company: nothing is raised twice. */
export async function lockFlags(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('integrity.flags:' || ${tx.workspaceId}, 0))`.execute(
    tx.db,
  );
}

export async function standingFlags(tx: Tx): Promise<FlagRecord[]> {
  const { rows } = await sql<FlagRecord>`
    SELECT ${FLAG} FROM integrity.flag f
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.ended_at IS NULL`.execute(tx.db);
  return rows;
}

export interface EndedFlag {
  readonly id: Id<'flag'>;
  readonly partnerId: string;
  readonly sign: Sign;
  readonly state: 'lifted' | 'closed';
  readonly endedAt: Date;
  readonly subjects: readonly string[];
}

/** Flags that ended, the last first, with what each stood on: what was explained is not raised again. */
export async function endedFlags(tx: Tx): Promise<EndedFlag[]> {
  const { rows } = await sql<EndedFlag>`
    SELECT f.id, f.partner_id AS "partnerId", f.detector AS sign, f.state, f.ended_at AS "endedAt",
           ARRAY(SELECT r.subject FROM integrity.flag_row r WHERE r.workspace_id = f.workspace_id AND r.flag_id = f.id) AS subjects
    FROM integrity.flag f
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.ended_at IS NOT NULL
    ORDER BY f.ended_at DESC`.execute(tx.db);
  return rows;
}

/** Locked till the end of the transaction. */
export async function lockFlag(tx: Tx, id: string): Promise<FlagRecord | null> {
  const { rows } = await sql<FlagRecord>`
    SELECT ${FLAG} FROM integrity.flag f
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function insertFlag(tx: Tx, one: FlagRecord): Promise<void> {
  await sql`
    INSERT INTO integrity.flag (workspace_id, id, partner_id, detector, by_hand, severity, state, measure, reason, opened_at,
      opened_by, last_seen_at, repeats_id, currency, at_stake_minor)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.sign}, ${one.byHand}, ${one.severity}, ${one.state},
      ${JSON.stringify(one.measure)}::jsonb, ${one.reason}, ${one.openedAt}, ${one.openedBy}, ${one.lastSeenAt},
      ${one.repeatsId}, ${one.currency}, ${one.atStakeMinor})`.execute(tx.db);
}

export async function saveFlag(tx: Tx, one: FlagRecord): Promise<void> {
  await sql`
    UPDATE integrity.flag SET severity = ${one.severity}, state = ${one.state}, measure = ${JSON.stringify(one.measure)}::jsonb,
      last_seen_at = ${one.lastSeenAt}, seen_count = ${one.seenCount}, answer_due_on = ${one.answerDueOn}::date,
      held_until = ${one.heldUntil}::date, hold_reason = ${one.holdReason}, at_stake_minor = ${one.atStakeMinor},
      ended_at = ${one.endedAt}, explanation = ${one.explanation}, false_alarm = ${one.falseAlarm}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${one.id}`.execute(tx.db);
}

/** The newest look replaces what a flag stands on. */
export async function replaceRows(tx: Tx, flagId: string, rows: readonly Row[]): Promise<void> {
  await sql`DELETE FROM integrity.flag_row WHERE workspace_id = ${tx.workspaceId}::uuid AND flag_id = ${flagId}`.execute(
    tx.db,
  );
  if (rows.length === 0) return;
  const list = JSON.stringify(
    rows.map((row, position) => ({ ...row, position, at: row.at?.toISOString() ?? null })),
  );
  await sql`
    INSERT INTO integrity.flag_row (workspace_id, flag_id, position, kind, subject, says, at)
    SELECT ${tx.workspaceId}::uuid, ${flagId}, r.position, r.kind, r.subject, r.says, r.at
    FROM jsonb_to_recordset(${list}::jsonb) AS r (position int, kind text, subject text, says jsonb, at timestamptz)`.execute(
    tx.db,
  );
}

export async function rowsOf(tx: Tx, flagId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT kind, subject, says, at FROM integrity.flag_row
    WHERE workspace_id = ${tx.workspaceId}::uuid AND flag_id = ${flagId} ORDER BY position`.execute(tx.db);
  return rows;
}

export interface Step {
  readonly what:
    | 'raised'
    | 'worse'
    | 'asked'
    | 'answered'
    | 'held'
    | 'held_more'
    | 'released'
    | 'reviewed'
    | 'incident'
    | 'answers'
    | 'fixed'
    | 'lifted'
    | 'closed'
    | 'repeats';
  readonly params?: Readonly<Record<string, string | number | null>>;
  readonly says?: string | null;
}

/** The flag is locked by whoever writes its step: the running number is nobody else's. */
export async function insertStep(
  tx: Tx,
  flagId: string,
  { what, params = {}, says = null }: Step,
): Promise<void> {
  await sql`
    INSERT INTO integrity.flag_step (workspace_id, flag_id, no, what, at, by_actor, params, says)
    SELECT ${tx.workspaceId}::uuid, ${flagId}, COALESCE(max(no), 0) + 1, ${what}, ${tx.now()}, ${tx.actor.id},
           ${JSON.stringify(params)}::jsonb, ${says}
    FROM integrity.flag_step WHERE workspace_id = ${tx.workspaceId}::uuid AND flag_id = ${flagId}`.execute(
    tx.db,
  );
}

export async function stepsOf(
  tx: Tx,
  flagId: string,
): Promise<(Required<Step> & { readonly at: Date; readonly by: string })[]> {
  const { rows } = await sql<Required<Step> & { at: Date; by: string }>`
    SELECT what, at, by_actor AS by, params, says FROM integrity.flag_step
    WHERE workspace_id = ${tx.workspaceId}::uuid AND flag_id = ${flagId} ORDER BY no`.execute(tx.db);
  return rows;
}

export async function addFlagHolds(tx: Tx, flagId: string, holdIds: readonly string[]): Promise<void> {
  await sql`
    INSERT INTO integrity.flag_hold (workspace_id, flag_id, hold_id)
    SELECT ${tx.workspaceId}::uuid, ${flagId}, unnest(${[...holdIds]}::text[])`.execute(tx.db);
}

export async function holdsOf(tx: Tx, flagId: string): Promise<Id<'hold'>[]> {
  const { rows } = await sql<{ holdId: Id<'hold'> }>`
    SELECT hold_id AS "holdId" FROM integrity.flag_hold
    WHERE workspace_id = ${tx.workspaceId}::uuid AND flag_id = ${flagId}`.execute(tx.db);
  return rows.map(({ holdId }) => holdId);
}

/** Not paid, not in a payout and not held yet: everything of the partner, or of these sales. */
/** How many accruals stand still because of it now. */
export async function heldBy(tx: Tx, flagId: string): Promise<number> {
  const { rows } = await sql<{ held: number }>`
    SELECT COALESCE(sum(m.accruals), 0)::int AS held FROM integrity.flag_hold h
    JOIN incentives.v_held m ON m.workspace_id = h.workspace_id AND m.hold_id = h.hold_id
    WHERE h.workspace_id = ${tx.workspaceId}::uuid AND h.flag_id = ${flagId}`.execute(tx.db);
  return rows[0]?.held ?? 0;
}

export async function unpaidAccruals(
  tx: Tx,
  partnerId: string,
  saleIds: readonly string[] | null,
): Promise<Id<'accrual'>[]> {
  const { rows } = await sql<{ id: Id<'accrual'> }>`
    SELECT id FROM incentives.v_accrual
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND state IN ('pending', 'approved')
      AND payout_id IS NULL AND NOT carried AND amount_minor <> 0
      ${saleIds ? sql`AND sale_id = ANY(${[...saleIds]}::text[])` : sql``}
    LIMIT 5000`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Of these partners, flags whose money is held: what is earned meanwhile is held too (S0.26). */
export async function holdingFlags(tx: Tx, partnerIds: readonly string[]): Promise<FlagRecord[]> {
  const { rows } = await sql<FlagRecord>`
    SELECT ${FLAG} FROM integrity.flag f
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.partner_id = ANY(${[...partnerIds]}::text[])
      AND f.held_until IS NOT NULL AND f.ended_at IS NULL
    ORDER BY f.opened_at FOR UPDATE`.execute(tx.db);
  return rows;
}

/** What stands of the serious and the critical, and is not decided or mended yet. */
export async function seriousFlags(tx: Tx, partnerId: string): Promise<{ id: Id<'flag'>; sign: Sign }[]> {
  const { rows } = await sql<{ id: Id<'flag'>; sign: Sign }>`
    SELECT id, detector AS sign FROM integrity.flag
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND ended_at IS NULL AND severity <> 'watch'
    ORDER BY opened_at`.execute(tx.db);
  return rows;
}
