import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import type { AssignmentRow } from '../contract/schemes.ts';

export type AssignmentShown = AssignmentRow & { readonly schemeId: string; readonly schemeName: string };

/** Who is paid by what, newest first. */
async function assignmentsWhere(tx: Tx, condition: RawBuilder<unknown>): Promise<AssignmentShown[]> {
  const { rows } = await sql<AssignmentShown>`
    SELECT a.id, a.agreement_id AS "agreementId", g.number AS "agreementNumber", a.partner_id AS "partnerId",
           p.name AS "partnerName", g.class, a.role, a.valid_from AS "validFrom", a.valid_to AS "validTo",
           a.scheme_id AS "schemeId", s.name AS "schemeName"
    FROM incentives.scheme_assignment a
    JOIN incentives.scheme s ON s.workspace_id = a.workspace_id AND s.id = a.scheme_id
    JOIN agreements.v_agreement g ON g.workspace_id = a.workspace_id AND g.id = a.agreement_id
    JOIN directory.v_partner p ON p.workspace_id = a.workspace_id AND p.id = a.partner_id
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND ${condition}
    ORDER BY p.name, a.valid_from DESC, a.id LIMIT 1000`.execute(tx.db);
  return rows;
}

export function paidByScheme(tx: Tx, schemeId: string): Promise<AssignmentShown[]> {
  return assignmentsWhere(tx, sql`a.scheme_id = ${schemeId}`);
}

export function schemesOfAgreement(tx: Tx, agreementId: string): Promise<AssignmentShown[]> {
  return assignmentsWhere(tx, sql`a.agreement_id = ${agreementId}`);
}

/** How many partners each scheme pays on the day. */
export async function partnersPaid(tx: Tx, day: BusinessDate): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; partners: number }>`
    SELECT scheme_id AS id, count(DISTINCT partner_id)::int AS partners FROM incentives.scheme_assignment
    WHERE workspace_id = ${tx.workspaceId}::uuid AND valid_from <= ${day} AND (valid_to IS NULL OR ${day} < valid_to)
    GROUP BY 1`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.partners]));
}
