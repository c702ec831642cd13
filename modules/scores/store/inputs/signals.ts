import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import type { Signal } from '../../contract/parts.ts';
import type { AskedInput } from './asked.ts';

/** Six gaps lie between seven days: older ones change nothing. */
const DAYS = 7;

export interface SignalDays {
  readonly partnerId: string;
  readonly signal: Signal;
  readonly days: readonly BusinessDate[];
}

/** The last days of each signal of each partner: one look into an index for each. */
export async function signalDays(tx: Tx, { partnerIds, today }: AskedInput): Promise<SignalDays[]> {
  const of = sql`workspace_id = ${tx.workspaceId}::uuid AND partner_id = p.id`;
  const { rows } = await sql<SignalDays>`
    SELECT p.id AS "partnerId", s.signal, array_agg(s.day::text) AS days
    FROM unnest(${[...partnerIds]}::text[]) AS p(id)
    CROSS JOIN LATERAL (
      (SELECT DISTINCT 'publication' AS signal, COALESCE((out_at AT TIME ZONE ${tx.zone})::date, on_day) AS day
       FROM rhythm.v_publication WHERE ${of} AND state IN ('out', 'reported') AND on_day <= ${today}::date
       ORDER BY day DESC LIMIT ${DAYS})
      UNION ALL
      (SELECT DISTINCT 'click', day FROM tracking.v_click_day
       WHERE ${of} AND verdict = 'human' AND clicks > 0 AND day <= ${today}::date ORDER BY day DESC LIMIT ${DAYS})
      UNION ALL
      (SELECT 'login', day FROM identity.v_portal_day WHERE ${of} AND day <= ${today}::date ORDER BY day DESC LIMIT ${DAYS})
      UNION ALL
      (SELECT DISTINCT 'deal', day FROM (
         (SELECT DISTINCT day FROM insight.v_partner_day
          WHERE ${of} AND sales_count + took_part_count > 0 AND day <= ${today}::date ORDER BY day DESC LIMIT ${DAYS})
         UNION ALL
         (SELECT DISTINCT (registered_at AT TIME ZONE ${tx.zone})::date AS day FROM deals.v_deal
          WHERE ${of} AND registered_at IS NOT NULL AND registration NOT IN ('none', 'withdrawn')
            AND (registered_at AT TIME ZONE ${tx.zone})::date <= ${today}::date ORDER BY day DESC LIMIT ${DAYS})) d
       ORDER BY day DESC LIMIT ${DAYS})
    ) s GROUP BY p.id, s.signal`.execute(tx.db);
  return rows;
}
