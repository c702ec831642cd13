import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate, Month } from '@mosty/kernel/time';
import type { StatementState } from '../contract/statement.ts';
import type { MonthTotal } from '../domain/totals.ts';
import { TOTAL } from './closes.ts';

export interface Statement extends MonthTotal {
  readonly id: Id<'statement'>;
  readonly month: Month;
  readonly partnerName: string;
  readonly state: StatementState;
  readonly sentAt: Date | null;
  readonly sentBy: string | null;
  readonly answerBy: BusinessDate | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly objection: string | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly resolution: string | null;
  readonly correctionId: Id<'accrual'> | null;
}

const COLUMNS = sql`
  s.id, s.month, p.name AS "partnerName", s.state, s.sent_at AS "sentAt", s.sent_by AS "sentBy", s.answer_by AS "answerBy",
  s.answered_at AS "answeredAt", s.answered_by AS "answeredBy", s.objection, s.resolved_at AS "resolvedAt",
  s.resolved_by AS "resolvedBy", s.resolution, s.correction_id AS "correctionId", ${TOTAL}`;

const SOURCE = sql`
  payouts.statement s
  JOIN payouts.period_total t ON t.workspace_id = s.workspace_id AND t.month = s.month AND t.partner_id = s.partner_id AND t.currency = s.currency
  JOIN directory.v_partner p ON p.workspace_id = s.workspace_id AND p.id = s.partner_id`;

/** A draft for every total of a month that has just been closed. */
export async function insertDrafts(tx: Tx, month: Month, totals: readonly MonthTotal[]): Promise<number> {
  const inserted = await sql`
    INSERT INTO payouts.statement (workspace_id, id, month, partner_id, currency, state)
    SELECT ${tx.workspaceId}::uuid, r.id, ${month}, r.partner_id, r.currency, 'draft'
    FROM unnest(${totals.map(() => tx.id('statement'))}::text[], ${totals.map((total) => total.partnerId)}::text[],
      ${totals.map((total) => total.currency)}::text[]) AS r(id, partner_id, currency)`.execute(tx.db);
  return Number(inserted.numAffectedRows ?? 0n);
}

/** People of a partner see a statement once it was sent. */
const shown = (tx: Tx): RawBuilder<unknown> =>
  tx.actor.type === 'person' && tx.actor.partnerId !== null ? sql`s.state <> 'draft'` : sql`true`;

export async function findStatement(tx: Tx, id: Id<'statement'>): Promise<Statement | undefined> {
  const { rows } = await sql<Statement>`
    SELECT ${COLUMNS} FROM ${SOURCE} WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id = ${id} AND ${shown(tx)}`.execute(
    tx.db,
  );
  return rows[0];
}

/** As `findStatement`, and nobody else changes it until the commit. */
export async function lockStatement(tx: Tx, id: Id<'statement'>): Promise<Statement | undefined> {
  await sql`SELECT FROM payouts.statement WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return findStatement(tx, id);
}

export interface StatementFilter {
  readonly month?: Month | undefined;
  readonly partnerId?: Id<'partner'> | undefined;
  readonly state?: StatementState | undefined;
  /** The last statement already seen. */
  readonly after?: { readonly month: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** The last month first; within a month in the order of partners' ids, which is that of their coming. */
export async function listStatements(tx: Tx, filter: StatementFilter): Promise<Statement[]> {
  const { month, partnerId, state, after, limit } = filter;
  const { rows } = await sql<Statement>`
    SELECT ${COLUMNS} FROM ${SOURCE}
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND ${shown(tx)}
      AND (${month ?? null}::text IS NULL OR s.month = ${month ?? null}::text)
      AND (${partnerId ?? null}::text IS NULL OR s.partner_id = ${partnerId ?? null}::text)
      AND (${state ?? null}::text IS NULL OR s.state = ${state ?? null}::text)
      AND (${after?.month ?? null}::text IS NULL OR s.month < ${after?.month ?? null}::text
        OR (s.month = ${after?.month ?? null}::text AND s.id > ${after?.id ?? null}::text))
    ORDER BY s.month DESC, s.id LIMIT ${limit}`.execute(tx.db);
  return rows;
}

export async function statementStates(tx: Tx, month: Month): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    SELECT state, count(*)::int AS count FROM payouts.statement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND month = ${month} GROUP BY state`.execute(tx.db);
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

/** Marks drafts of a month sent: all of them, or those named. Returns who got one. */
export async function markSent(
  tx: Tx,
  month: Month,
  ids: readonly string[] | null,
  answerBy: BusinessDate,
): Promise<{ id: Id<'statement'>; partnerId: Id<'partner'> }[]> {
  const { rows } = await sql<{ id: Id<'statement'>; partnerId: Id<'partner'> }>`
    UPDATE payouts.statement SET state = 'sent', sent_at = ${tx.now()}, sent_by = ${tx.actor.id}, answer_by = ${answerBy}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND month = ${month} AND state = 'draft'
      AND (${ids}::text[] IS NULL OR id = ANY(${ids}::text[]))
    RETURNING id, partner_id AS "partnerId"`.execute(tx.db);
  return rows;
}

export async function markAnswered(
  tx: Tx,
  id: Id<'statement'>,
  state: 'accepted' | 'objected',
  objection: string | null,
): Promise<void> {
  await sql`
    UPDATE payouts.statement SET state = ${state}, answered_at = ${tx.now()}, answered_by = ${tx.actor.id}, objection = ${objection}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function markResolved(
  tx: Tx,
  id: Id<'statement'>,
  words: string,
  correctionId: Id<'accrual'> | null,
): Promise<void> {
  await sql`
    UPDATE payouts.statement
    SET state = 'resolved', resolved_at = ${tx.now()}, resolved_by = ${tx.actor.id}, resolution = ${words}, correction_id = ${correctionId}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

/** Statements whose last day to object has passed without a word. */
export async function acceptSilent(tx: Tx, today: BusinessDate): Promise<Id<'statement'>[]> {
  const { rows } = await sql<{ id: Id<'statement'> }>`
    UPDATE payouts.statement SET state = 'accepted_by_silence', answered_at = ${tx.now()}, answered_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'sent' AND answer_by < ${today}
    RETURNING id`.execute(tx.db);
  return rows.map((row) => row.id);
}
