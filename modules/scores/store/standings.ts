import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import type { Basis } from '../contract/parts.ts';

export interface StandingRecord {
  readonly partnerId: string;
  readonly trust: number;
  readonly evidenceN: number;
  readonly cap: number | null;
  readonly capReason: string | null;
  readonly pulse: number | null;
  readonly silence: string;
  readonly silenceRatio: number | null;
  readonly silenceDays: number | null;
  readonly bestSignal: string | null;
  readonly lastSignalOn: string | null;
  readonly basis: Basis;
}

/** One who counts scores of a company at a time, till the end of the transaction: then rows are read. */
export async function lockScores(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`scores:${tx.workspaceId}`}, 0))`.execute(tx.db);
}

export async function saveStandings(
  tx: Tx,
  asOf: BusinessDate,
  all: readonly StandingRecord[],
): Promise<void> {
  if (all.length === 0) return;
  await sql`
    INSERT INTO scores.standing (workspace_id, partner_id, as_of, trust, evidence_n, cap, cap_reason, pulse, silence,
      silence_ratio, silence_days, best_signal, last_signal_on, basis)
    SELECT ${tx.workspaceId}::uuid, r."partnerId", ${asOf}::date, r.trust, r."evidenceN", r.cap, r."capReason", r.pulse,
      r.silence, r."silenceRatio", r."silenceDays", r."bestSignal", r."lastSignalOn", r.basis
    FROM jsonb_to_recordset(${JSON.stringify(all)}::jsonb) AS r("partnerId" text, trust int, "evidenceN" int, cap int,
      "capReason" text, pulse int, silence text, "silenceRatio" numeric, "silenceDays" int, "bestSignal" text,
      "lastSignalOn" date, basis jsonb)
    ON CONFLICT (workspace_id, partner_id) DO UPDATE SET as_of = EXCLUDED.as_of, trust = EXCLUDED.trust,
      evidence_n = EXCLUDED.evidence_n, cap = EXCLUDED.cap, cap_reason = EXCLUDED.cap_reason, pulse = EXCLUDED.pulse,
      silence = EXCLUDED.silence, silence_ratio = EXCLUDED.silence_ratio, silence_days = EXCLUDED.silence_days,
      best_signal = EXCLUDED.best_signal, last_signal_on = EXCLUDED.last_signal_on, basis = EXCLUDED.basis`.execute(
    tx.db,
  );
}

/** Who is not looked at any more has no score; the history of what it was stays. */
export async function forgetStandings(tx: Tx, partnerIds: readonly string[]): Promise<void> {
  if (partnerIds.length === 0) return;
  await sql`
    DELETE FROM scores.standing
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${[...partnerIds]}::text[])`.execute(
    tx.db,
  );
}

/** Those whose scores are not of this day, whoever is to have one or had one. */
export async function dueOn(
  tx: Tx,
  day: BusinessDate,
  scored: readonly string[],
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ partnerId: string }>`
    SELECT COALESCE(l.partner_id, s.partner_id) AS "partnerId"
    FROM (SELECT partner_id FROM lifecycle.v_standing
          WHERE workspace_id = ${tx.workspaceId}::uuid AND stage = ANY(${[...scored]}::text[])) l
    FULL JOIN (SELECT partner_id, as_of FROM scores.standing WHERE workspace_id = ${tx.workspaceId}::uuid) s
      ON s.partner_id = l.partner_id
    WHERE s.as_of IS DISTINCT FROM ${day}::date OR l.partner_id IS NULL
    ORDER BY 1 LIMIT ${limit}`.execute(tx.db);
  return rows.map((row) => row.partnerId);
}

const FIELDS = sql`partner_id AS "partnerId", as_of AS "asOf", trust, evidence_n AS "evidenceN", cap, cap_reason AS "capReason",
  pulse, silence, silence_ratio::float8 AS "silenceRatio", silence_days AS "silenceDays", best_signal AS "bestSignal",
  last_signal_on AS "lastSignalOn"`;

export type KeptStanding = StandingRecord & { readonly asOf: BusinessDate };

export async function standingOf(tx: Tx, partnerId: string): Promise<KeptStanding | null> {
  const { rows } = await sql<KeptStanding>`
    SELECT ${FIELDS}, basis FROM scores.standing
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function standingsOf(
  tx: Tx,
  partnerIds: readonly string[],
): Promise<Omit<KeptStanding, 'basis'>[]> {
  const { rows } = await sql<Omit<KeptStanding, 'basis'>>`
    SELECT ${FIELDS} FROM scores.standing
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${[...partnerIds]}::text[])`.execute(
    tx.db,
  );
  return rows;
}
