import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import type { Candidate } from '../domain/suggest.ts';

type Row = Omit<Candidate, 'partner'> & { readonly partnerId: Id<'partner'>; readonly name: string };

/** Everybody whose agreement is in force today, with the deals each took part in, in this role and in others. */
export async function candidatesFor(tx: Tx, scenarioId: string, role: string): Promise<Candidate[]> {
  const today = businessDateOf(tx.now(), tx.zone);
  const { rows } = await sql<Row>`
    WITH did AS (
      SELECT agreement_id, count(*) FILTER (WHERE role = ${role})::int AS in_role,
             count(*) FILTER (WHERE role <> ${role})::int AS in_other
      FROM deals.v_deal_participant WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY agreement_id)
    SELECT a.id AS "agreementId", a.class, a.kind, p.id AS "partnerId", p.name,
           COALESCE(did.in_role, 0) AS "inRole", COALESCE(did.in_other, 0) AS "inOther",
           EXISTS (SELECT FROM scenarios.seat t
                   JOIN agreements.v_agreement o ON o.workspace_id = t.workspace_id AND o.id = t.agreement_id
                   WHERE t.workspace_id = a.workspace_id AND t.scenario_id = ${scenarioId}
                     AND o.partner_id = a.partner_id) AS "sitsHere"
    FROM agreements.v_agreement a
    JOIN directory.v_partner p ON p.workspace_id = a.workspace_id AND p.id = a.partner_id AND p.archived_at IS NULL
    LEFT JOIN did ON did.agreement_id = a.id
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.accepted_at IS NOT NULL AND a.launched_on IS NOT NULL
      AND a.starts_on <= ${today}::date AND (a.ends_on IS NULL OR a.ends_on > ${today}::date) AND a.ended_at IS NULL`.execute(
    tx.db,
  );
  return rows.map(({ partnerId, name, ...row }) => ({ ...row, partner: { id: partnerId, name } }));
}
