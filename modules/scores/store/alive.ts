import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import type { Fitted } from '../domain/alive/bg-nbd.ts';

/** Days on which it sold, of all its classes together: a day is counted once and no money is added. */
export interface SoldDays {
  readonly partnerId: string;
  readonly days: number;
  readonly firstOn: BusinessDate;
  readonly lastOn: BusinessDate;
}

export async function soldDays(tx: Tx): Promise<SoldDays[]> {
  const { rows } = await sql<SoldDays>`
    SELECT partner_id AS "partnerId", (SELECT sum(upper(r) - lower(r))::int FROM unnest(range_agg(sold_on)) AS r) AS days,
           min(first_sale_on) AS "firstOn", max(last_sale_on) AS "lastOn"
    FROM insight.v_partner_life WHERE workspace_id = ${tx.workspaceId}::uuid AND first_sale_on IS NOT NULL
    GROUP BY partner_id ORDER BY partner_id`.execute(tx.db);
  return rows;
}

export type KeptModel = Fitted & { readonly fittedOn: BusinessDate };

export async function modelNow(tx: Tx): Promise<KeptModel | null> {
  const { rows } = await sql<KeptModel>`
    SELECT fitted_on AS "fittedOn", n, r, alpha, a, b, log_likelihood AS "logLikelihood" FROM scores.model
    WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return rows[0] ?? null;
}

export async function saveModel(tx: Tx, fittedOn: BusinessDate, model: Fitted): Promise<void> {
  await sql`
    INSERT INTO scores.model (workspace_id, fitted_on, n, r, alpha, a, b, log_likelihood)
    VALUES (${tx.workspaceId}::uuid, ${fittedOn}::date, ${model.n}, ${model.r}, ${model.alpha}, ${model.a}, ${model.b},
      ${model.logLikelihood})
    ON CONFLICT (workspace_id) DO UPDATE SET fitted_on = EXCLUDED.fitted_on, n = EXCLUDED.n, r = EXCLUDED.r,
      alpha = EXCLUDED.alpha, a = EXCLUDED.a, b = EXCLUDED.b, log_likelihood = EXCLUDED.log_likelihood`.execute(
    tx.db,
  );
}

export interface AliveRecord {
  readonly partnerId: string;
  readonly repeats: number;
  readonly lastWeek: number;
  readonly weeks: number;
  readonly alivePpm: number;
  readonly expected: number;
}

/** Replaces what was estimated before: of whom nothing can be said any more nothing is said. */
export async function saveAlive(tx: Tx, asOf: BusinessDate, all: readonly AliveRecord[]): Promise<void> {
  await sql`DELETE FROM scores.alive WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  if (all.length === 0) return;
  await sql`
    INSERT INTO scores.alive (workspace_id, partner_id, as_of, repeats, last_week, weeks, alive_ppm, expected)
    SELECT ${tx.workspaceId}::uuid, r."partnerId", ${asOf}::date, r.repeats, r."lastWeek", r.weeks, r."alivePpm", r.expected
    FROM jsonb_to_recordset(${JSON.stringify(all)}::jsonb) AS r("partnerId" text, repeats int, "lastWeek" float8,
      weeks float8, "alivePpm" int, expected float8)`.execute(tx.db);
}

export async function isEstimatedOn(tx: Tx, day: BusinessDate): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM scores.alive WHERE workspace_id = ${tx.workspaceId}::uuid AND as_of = ${day}::date LIMIT 1`.execute(
    tx.db,
  );
  return rows.length > 0;
}

export async function aliveOf(
  tx: Tx,
  partnerId: string,
): Promise<(AliveRecord & { readonly asOf: BusinessDate }) | null> {
  const { rows } = await sql<AliveRecord & { readonly asOf: BusinessDate }>`
    SELECT partner_id AS "partnerId", as_of AS "asOf", repeats, last_week AS "lastWeek", weeks, alive_ppm AS "alivePpm", expected
    FROM scores.alive WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}
