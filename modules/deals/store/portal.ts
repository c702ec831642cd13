import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import type { Stage } from '../contract/stage.ts';
import { shownTo } from './shown-to.ts';

/** Those a partner registered or takes part in, as far as the one who asks sees them. */
function ofPartner(tx: Tx, partnerId: Id<'partner'>) {
  return sql`d.workspace_id = ${tx.workspaceId}::uuid AND d.id IN (
    SELECT id FROM deals.deal WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    UNION ALL
    SELECT deal_id FROM deals.deal_participant
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND removed_at IS NULL) AND ${shownTo(tx)}`;
}

export interface OpenDeals {
  readonly currency: string;
  readonly count: number;
  /** Registered, and not answered yet. */
  readonly waiting: number;
  readonly amountMinor: bigint;
}

/** What goes on with a partner, by currency. */
export async function openDealsOf(tx: Tx, partnerId: Id<'partner'>): Promise<OpenDeals[]> {
  const { rows } = await sql<OpenDeals>`
    SELECT d.currency, count(*)::int AS count, count(*) FILTER (WHERE d.registration = 'pending')::int AS waiting,
           COALESCE(sum(d.amount_minor), 0)::bigint AS "amountMinor"
    FROM deals.deal d
    WHERE ${ofPartner(tx, partnerId)} AND d.outcome IS NULL AND d.registration IN ('pending', 'approved', 'conflicted', 'none')
    GROUP BY d.currency ORDER BY d.currency`.execute(tx.db);
  return rows;
}

export interface FewDeals {
  readonly count: number;
  /** Set where there is one only. */
  readonly dealId: Id<'deal'> | null;
  readonly title: string | null;
  readonly nextStepOn: BusinessDate | null;
}

const FEW = sql`
  count(*)::int AS count, CASE WHEN count(*) = 1 THEN min(d.id) END AS "dealId",
  CASE WHEN count(*) = 1 THEN min(d.title) END AS title, min(d.next_step_on) AS "nextStepOn"`;
const NONE: FewDeals = { count: 0, dealId: null, title: null, nextStepOn: null };

/** Open deals in whose stage the move is of a role that this partner has there (S3.37). */
export async function dealsAtTurnOf(
  tx: Tx,
  partnerId: Id<'partner'>,
  stages: readonly Stage[],
): Promise<FewDeals> {
  const { rows } = await sql<FewDeals>`
    SELECT ${FEW} FROM deals.deal d
    JOIN unnest(${stages.map(({ code }) => code)}::text[], ${stages.map(({ turn }) => turn)}::text[]) AS s(code, turn)
      ON s.code = d.stage
    WHERE ${ofPartner(tx, partnerId)} AND d.outcome IS NULL AND d.registration IN ('approved', 'none')
      AND ((s.turn = 'source' AND d.partner_id = ${partnerId}) OR EXISTS (
        SELECT FROM deals.deal_participant p
        WHERE p.workspace_id = d.workspace_id AND p.deal_id = d.id AND p.partner_id = ${partnerId} AND p.role = s.turn
          AND p.removed_at IS NULL))`.execute(tx.db);
  return rows[0] ?? NONE;
}

/** Registrations answered since a moment. */
export async function answeredSince(tx: Tx, partnerId: Id<'partner'>, since: Date): Promise<FewDeals> {
  const { rows } = await sql<FewDeals>`
    SELECT ${FEW} FROM deals.deal d
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.partner_id = ${partnerId} AND d.decided_at >= ${since}
      AND d.registration IN ('approved', 'rejected', 'conflicted') AND d.outcome IS NULL AND ${shownTo(tx)}`.execute(
    tx.db,
  );
  return rows[0] ?? NONE;
}
