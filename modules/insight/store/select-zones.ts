import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { ReportingClass } from '../contract/class.ts';
import type { Window } from '../domain/window.ts';
import { silentSince } from '../domain/zones.ts';
import { actedIn, inForceAt } from './sold-between.ts';

/** Partners who brought a paid sale, and who only took part in those of others, per class. */
export async function selectDeeds(tx: Tx, window: Window): Promise<{ class: ReportingClass; sold: number; tookPart: number }[]> {
  const sold = actedIn(tx, window, 'sold');
  const { rows } = await sql<{ class: ReportingClass; sold: bigint; took_part: bigint }>`
    SELECT class, count(*) FILTER (WHERE sold) AS sold, count(*) FILTER (WHERE took_part AND NOT sold) AS took_part
    FROM (
      SELECT partner_id, class, bool_or(${sold}) AS sold, bool_or(${actedIn(tx, window, 'took_part')}) AS took_part
      FROM insight.partner_life life WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY partner_id, class
    ) deed GROUP BY class`.execute(tx.db);
  return rows.map((row) => ({ class: row.class, sold: Number(row.sold), tookPart: Number(row.took_part) }));
}

export interface Alliances {
  readonly inForce: number;
  readonly promisesKept: number;
  readonly logosOnly: number;
}

/**
 * Allies by what came of them. Influence: a promise kept by either side within the half-year, and no sale of their
 * own. Logos: old enough, and in the half-year neither a deal in any role nor a kept promise (S2.24).
 */
export function alliancesOf(tx: Tx, window: Window) {
  const since = silentSince(window.to);
  const silence = { from: since, to: window.to };
  return sql`
    SELECT a.partner_id, min(a.launched_on) AS launched_on, bool_or(COALESCE(l.sold, false)) AS sold,
           bool_or(COALESCE(l.took_part, false)) AS took_part,
           bool_or(EXISTS (
             SELECT FROM agreements.v_promise p
             WHERE p.workspace_id = a.workspace_id AND p.agreement_id = a.id AND p.outcome = 'kept'
               AND (p.outcome_at AT TIME ZONE ${tx.zone})::date >= ${since}::date
               AND (p.outcome_at AT TIME ZONE ${tx.zone})::date < ${window.to}::date)) AS kept
    FROM agreements.v_agreement a
    LEFT JOIN (
      SELECT partner_id, bool_or(${actedIn(tx, silence, 'sold')}) AS sold, bool_or(${actedIn(tx, silence, 'took_part')}) AS took_part
      FROM insight.partner_life life WHERE workspace_id = ${tx.workspaceId}::uuid AND class = 'alliance' GROUP BY partner_id
    ) l ON l.partner_id = a.partner_id
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.class = 'alliance' AND ${inForceAt(tx, window.to)}
    GROUP BY a.partner_id`;
}

export async function selectAlliances(tx: Tx, window: Window): Promise<Alliances> {
  const { rows } = await sql<{ in_force: bigint; promises_kept: bigint; logos_only: bigint }>`
    SELECT count(*) AS in_force, count(*) FILTER (WHERE kept AND NOT sold) AS promises_kept,
           count(*) FILTER (WHERE NOT sold AND NOT took_part AND NOT kept AND launched_on < ${silentSince(window.to)}::date) AS logos_only
    FROM (${alliancesOf(tx, window)}) ally`.execute(tx.db);
  const row = rows[0];
  return {
    inForce: Number(row?.in_force ?? 0),
    promisesKept: Number(row?.promises_kept ?? 0),
    logosOnly: Number(row?.logos_only ?? 0),
  };
}

/** Of the present, whatever the window: who is in the list of partners and never got an agreement launched (S2.19). */
export async function countContacts(tx: Tx): Promise<number> {
  const { rows } = await sql<{ contacts: bigint }>`
    SELECT count(*) AS contacts FROM directory.v_partner p
    JOIN agreements.v_partner_standing s ON s.workspace_id = p.workspace_id AND s.partner_id = p.id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.archived_at IS NULL AND s.standing = 'contact'`.execute(tx.db);
  return Number(rows[0]?.contacts ?? 0);
}

/** Costs of the window on each partner that sold nothing in it. */
export function spentInVain(tx: Tx, window: Window, currency: string) {
  return sql`
    SELECT d.partner_id, d.class, sum(d.costs_minor) AS minor, max(d.day) AS day
    FROM insight.partner_day d
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.costs_count > 0 AND d.currency = ${currency}
      AND d.day >= ${window.from}::date AND d.day < ${window.to}::date
      AND NOT EXISTS (
        SELECT FROM insight.partner_life life
        WHERE life.workspace_id = ${tx.workspaceId}::uuid AND life.partner_id = d.partner_id AND life.class = d.class
          AND ${actedIn(tx, window, 'sold')})
    GROUP BY d.partner_id, d.class`;
}

export async function selectSpentInVain(tx: Tx, window: Window, currency: string) {
  const { rows } = await sql<{ class: ReportingClass; partners: bigint; minor: bigint }>`
    SELECT class, count(*) AS partners, sum(minor)::bigint AS minor FROM (${spentInVain(tx, window, currency)}) spent
    GROUP BY class`.execute(tx.db);
  return rows.map((row) => ({ class: row.class, partners: Number(row.partners), minor: row.minor }));
}
