import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { firstDay, monthOf, type BusinessDate, type Month } from '@mosty/kernel/time';
import type { HourRate } from '../domain/hours.ts';

/** Every rate in force, the latest written of each colleague and month; the newest month first. */
export async function hourRates(tx: Tx): Promise<HourRate[]> {
  const { rows } = await sql<{ memberId: string; fromMonth: BusinessDate; rateMinor: bigint }>`
    SELECT DISTINCT ON (from_month, member_id) member_id AS "memberId", from_month AS "fromMonth", rate_minor AS "rateMinor"
    FROM economics.hour_rate
    WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${tx.currency}
    ORDER BY from_month DESC, member_id, no DESC`.execute(tx.db);
  return rows.map(({ memberId, fromMonth, rateMinor }) => ({
    memberId: memberId || null,
    fromMonth: monthOf(fromMonth),
    rateMinor,
  }));
}

export async function insertRate(tx: Tx, rate: HourRate): Promise<void> {
  await sql`
    INSERT INTO economics.hour_rate (workspace_id, member_id, from_month, no, currency, rate_minor, written_at, written_by)
    SELECT ${tx.workspaceId}::uuid, ${rate.memberId ?? ''}, ${firstDay(rate.fromMonth)}::date, COALESCE(max(no), 0) + 1,
           ${tx.currency}, ${rate.rateMinor}, ${tx.now()}, ${tx.actor.id}
    FROM economics.hour_rate
    WHERE workspace_id = ${tx.workspaceId}::uuid AND member_id = ${rate.memberId ?? ''}
      AND from_month = ${firstDay(rate.fromMonth)}::date`.execute(tx.db);
}

export interface Priced {
  readonly memberId: string | null;
  readonly partnerId: string | null;
  readonly no: number;
  readonly minutes: number;
  readonly rateMinor: bigint;
  readonly costKey: string;
}

/** How often the time of each colleague with each partner was written in a month. */
export async function timesPriced(tx: Tx, month: Month): Promise<Map<string, number>> {
  const { rows } = await sql<{ memberId: string; partnerId: string; no: number }>`
    SELECT member_id AS "memberId", partner_id AS "partnerId", max(no)::int AS no FROM economics.priced
    WHERE workspace_id = ${tx.workspaceId}::uuid AND month = ${firstDay(month)}::date GROUP BY 1, 2`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [`${row.memberId} ${row.partnerId}`, row.no]));
}

export async function insertPriced(tx: Tx, month: Month, priced: readonly Priced[]): Promise<void> {
  await sql`
    INSERT INTO economics.priced (workspace_id, month, member_id, partner_id, no, minutes, rate_minor, cost_key, written_at, written_by)
    SELECT ${tx.workspaceId}::uuid, ${firstDay(month)}::date, p."memberId", p."partnerId", p.no, p.minutes, p."rateMinor",
           p."costKey", ${tx.now()}, ${tx.actor.id}
    FROM jsonb_to_recordset(${JSON.stringify(
      priced.map(({ memberId, partnerId, no, minutes, rateMinor, costKey }) => ({
        memberId: memberId ?? '',
        partnerId: partnerId ?? '',
        no,
        minutes,
        rateMinor: rateMinor.toString(),
        costKey,
      })),
    )}::jsonb)
      AS p("memberId" text, "partnerId" text, no int, minutes int, "rateMinor" bigint, "costKey" text)`.execute(
    tx.db,
  );
}
