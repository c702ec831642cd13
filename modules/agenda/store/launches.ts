import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { LaunchRow } from '../domain/rules/launch-quiet.ts';
import type { PilotRow } from '../domain/rules/pilot-due.ts';

/** Open launches, and how long partners of that kind usually take from the launch to the first sale here. */
export async function openLaunches(tx: Tx): Promise<LaunchRow[]> {
  const { rows } = await sql<LaunchRow>`
    WITH usual AS (
      SELECT a.kind, percentile_disc(0.5) WITHIN GROUP (ORDER BY f.first_sale_on - a.launched_on) AS days
      FROM insight.v_partner_life f
      JOIN LATERAL (
        SELECT kind, launched_on FROM agreements.v_agreement a
        WHERE a.workspace_id = f.workspace_id AND a.partner_id = f.partner_id ORDER BY a.created_at DESC, a.id DESC LIMIT 1
      ) a ON true
      WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.first_sale_on >= a.launched_on
      GROUP BY a.kind)
    SELECT n.id AS "launchId", n.partner_id AS "partnerId", n.kind, n.began_on AS "beganOn", n.touched_on AS "touchedOn",
      EXISTS (SELECT FROM insight.v_partner_life f WHERE f.workspace_id = n.workspace_id AND f.partner_id = n.partner_id
        AND f.first_sale_on >= n.began_on) AS "hasSold",
      u.days::int AS "usualDays"
    FROM onboarding.v_launch n
    JOIN lifecycle.v_standing l ON l.workspace_id = n.workspace_id AND l.partner_id = n.partner_id
      AND l.stage IN ('agreed', 'launch', 'pilot')
    LEFT JOIN usual u ON u.kind = n.kind
    WHERE n.workspace_id = ${tx.workspaceId}::uuid AND n.closed_on IS NULL AND n.began_on IS NOT NULL`.execute(
    tx.db,
  );
  return rows;
}

export async function runningPilots(tx: Tx): Promise<PilotRow[]> {
  const { rows } = await sql<PilotRow>`
    SELECT o.id AS "pilotId", o.partner_id AS "partnerId", o.ends_on AS "endsOn",
      (SELECT n.kind FROM onboarding.v_launch n WHERE n.workspace_id = o.workspace_id AND n.partner_id = o.partner_id
       ORDER BY n.began_on DESC NULLS LAST LIMIT 1) AS kind
    FROM onboarding.v_pilot o
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.locked_at IS NOT NULL AND o.verdict IS NULL`.execute(
    tx.db,
  );
  return rows;
}
