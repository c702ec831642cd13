import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import type { OutcomeAnswer } from '../contract/outcomes.ts';

export interface OutcomeRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly askOn: BusinessDate;
  readonly answer: OutcomeAnswer | null;
  readonly answeredOn: BusinessDate | null;
  readonly said: string | null;
}

/** A client has lived with it for so long when it is asked; after a year nobody remembers what was before. */
export const ASK_AFTER_DAYS = 60;
const ASK_WITHIN_DAYS = 365;
/** Of a partner with thousands of clients a few are asked: more say nothing more and tire everybody. */
const OPEN_EACH = 10;

export interface ToAsk {
  readonly partnerId: string;
  readonly clientId: string;
  readonly askOn: BusinessDate;
}

/** Clients who came through a partner long enough ago and were not asked of it yet, the newest of each partner first. */
export async function clientsToAsk(tx: Tx, today: BusinessDate): Promise<ToAsk[]> {
  const [from, to] = [addDays(today, -ASK_WITHIN_DAYS), addDays(today, -ASK_AFTER_DAYS)];
  const { rows } = await sql<ToAsk>`
    SELECT partner_id AS "partnerId", client_id AS "clientId", (first_on + ${ASK_AFTER_DAYS}::int)::text AS "askOn"
    FROM (
      SELECT l.partner_id, l.client_id, l.first_on,
        row_number() OVER (PARTITION BY l.partner_id ORDER BY l.first_on DESC, l.client_id) AS place,
        (SELECT count(*) FROM scores.outcome o
         WHERE o.workspace_id = l.workspace_id AND o.partner_id = l.partner_id AND o.answer IS NULL) AS open
      FROM insight.v_client_life l
      JOIN lifecycle.v_standing s ON s.workspace_id = l.workspace_id AND s.partner_id = l.partner_id
        AND s.stage IN ('pilot', 'working', 'review')
      WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.first_on > ${from}::date AND l.first_on <= ${to}::date
        AND NOT EXISTS (SELECT FROM scores.outcome o WHERE o.workspace_id = l.workspace_id
          AND o.partner_id = l.partner_id AND o.client_id = l.client_id)) found
    WHERE place + open <= ${OPEN_EACH}`.execute(tx.db);
  return rows;
}

export async function insertOutcomes(tx: Tx, all: readonly ToAsk[]): Promise<number> {
  if (all.length === 0) return 0;
  const rows = all.map((one) => ({ ...one, id: tx.id('outcome') }));
  const done = await sql`
    INSERT INTO scores.outcome (workspace_id, id, partner_id, client_id, ask_on, created_at)
    SELECT ${tx.workspaceId}::uuid, r.id, r."partnerId", r."clientId", r."askOn", ${tx.now()}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, "partnerId" text, "clientId" text, "askOn" date)
    ON CONFLICT (workspace_id, partner_id, client_id) DO NOTHING RETURNING id`.execute(tx.db);
  return done.rows.length;
}

const NAMED = sql`
  SELECT o.id, o.partner_id AS "partnerId", p.name AS "partnerName", o.client_id AS "clientId", c.name AS "clientName",
         o.ask_on AS "askOn", o.answer, o.answered_on AS "answeredOn", o.said
  FROM scores.outcome o
  JOIN directory.v_partner p ON p.workspace_id = o.workspace_id AND p.id = o.partner_id
  JOIN directory.v_client c ON c.workspace_id = o.workspace_id AND c.id = o.client_id`;

export async function pageOfOutcomes(
  tx: Tx,
  asked: {
    readonly show: 'to_ask' | 'answered';
    readonly partnerId: string | undefined;
    readonly after: Place | null;
    readonly limit: number;
  },
): Promise<OutcomeRecord[]> {
  const open = asked.show === 'to_ask';
  const by = open ? sql`o.ask_on` : sql`o.answered_on`;
  const past = open ? sql`>` : sql`<`;
  const way = open ? sql`ASC` : sql`DESC`;
  const { rows } = await sql<OutcomeRecord>`
    ${NAMED} WHERE o.workspace_id = ${tx.workspaceId}::uuid AND (o.answer IS NULL) = ${open}
      ${asked.partnerId ? sql`AND o.partner_id = ${asked.partnerId}` : sql``}
      ${asked.after ? sql`AND (${by}, o.id) ${past} (${asked.after.value}::date, ${asked.after.id}::text)` : sql``}
    ORDER BY ${by} ${way}, o.id ${way} LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

export async function countAnswers(tx: Tx, partnerId?: string): Promise<{ better: number; answers: number }> {
  const { rows } = await sql<{ better: number; answers: number }>`
    SELECT count(*) FILTER (WHERE answer = 'better')::int AS better, count(*)::int AS answers FROM scores.outcome
    WHERE workspace_id = ${tx.workspaceId}::uuid AND answer IN ('better', 'same', 'worse')
      ${partnerId ? sql`AND partner_id = ${partnerId}` : sql``}`.execute(tx.db);
  return rows[0] ?? { better: 0, answers: 0 };
}

export async function namedOutcome(tx: Tx, id: string): Promise<OutcomeRecord | null> {
  const { rows } = await sql<OutcomeRecord>`
    ${NAMED} WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

/** Locked till the end of the transaction. */
export async function lockOutcome(
  tx: Tx,
  id: string,
): Promise<{ partnerId: string; answer: OutcomeAnswer | null } | null> {
  const { rows } = await sql<{ partnerId: string; answer: OutcomeAnswer | null }>`
    SELECT partner_id AS "partnerId", answer FROM scores.outcome
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function saveAnswer(
  tx: Tx,
  id: string,
  one: { readonly answer: OutcomeAnswer; readonly answeredOn: string; readonly said?: string | undefined },
): Promise<void> {
  await sql`
    UPDATE scores.outcome SET answer = ${one.answer}, answered_on = ${one.answeredOn}::date, said = ${one.said ?? null},
      answered_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

/** Those it is time to ask, longest waiting first. */
export async function outcomesDue(tx: Tx, today: BusinessDate, limit: number): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM scores.outcome
    WHERE workspace_id = ${tx.workspaceId}::uuid AND answer IS NULL AND ask_on <= ${today}::date
    ORDER BY ask_on, id LIMIT ${limit}`.execute(tx.db);
  return rows;
}
