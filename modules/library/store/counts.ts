import { sql } from 'kysely';
import type { Kind } from '@mosty/agreements/contract';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Material } from '../domain/kit.ts';

export async function countConfirmed(tx: Tx, freshSince: BusinessDate) {
  const { rows } = await sql<{ what: 'asset' | 'answer'; all: number; stale: number }>`
    SELECT what, count(*)::int AS all, count(*) FILTER (WHERE confirmed_on < ${freshSince}::date)::int AS stale
    FROM library.v_confirmed WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY what`.execute(tx.db);
  const of = (what: string) => rows.find((row) => row.what === what) ?? { all: 0, stale: 0 };
  return { assets: of('asset'), answers: of('answer') };
}

export async function mostOpened(
  tx: Tx,
  since: BusinessDate,
): Promise<{ id: Id<'asset'>; title: string; opens: number } | null> {
  const { rows } = await sql<{ id: Id<'asset'>; title: string; opens: number }>`
    SELECT a.id, a.title, sum(o.opens)::int AS opens FROM library.opening o
    JOIN library.asset a ON a.workspace_id = o.workspace_id AND a.id = o.asset_id AND a.state = 'published'
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.day >= ${since}::date
    GROUP BY a.id, a.title ORDER BY sum(o.opens) DESC, a.id LIMIT 1`.execute(tx.db);
  return rows[0] ?? null;
}

export async function publishedMaterials(tx: Tx, freshSince: BusinessDate): Promise<Material[]> {
  const { rows } = await sql<Material>`
    SELECT kind, kinds, confirmed_on < ${freshSince}::date AS "isStale" FROM library.asset
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'published'`.execute(tx.db);
  return rows;
}

export async function answersForPartners(
  tx: Tx,
  freshSince: BusinessDate,
): Promise<{ fresh: number; stale: number }> {
  const { rows } = await sql<{ fresh: number; stale: number }>`
    SELECT count(*) FILTER (WHERE confirmed_on >= ${freshSince}::date)::int AS fresh,
           count(*) FILTER (WHERE confirmed_on < ${freshSince}::date)::int AS stale
    FROM library.answer WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'published' AND for_partners`.execute(
    tx.db,
  );
  return rows[0] ?? { fresh: 0, stale: 0 };
}

/** Partners by the kind of an agreement that stands. */
export async function partnersByKind(tx: Tx): Promise<Map<Kind, number>> {
  const { rows } = await sql<{ kind: Kind; partners: number }>`
    SELECT kind, count(DISTINCT partner_id)::int AS partners FROM agreements.v_agreement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND ended_at IS NULL GROUP BY kind`.execute(tx.db);
  return new Map(rows.map((row) => [row.kind, row.partners]));
}

/** What else a partner cannot begin without: a place for clients and deals, and a commission that is known (S1.53). */
export async function waysOf(
  tx: Tx,
  today: BusinessDate,
): Promise<{ hasDeals: boolean; paid: Map<Kind, { agreed: number; unpaid: number }> }> {
  const deals = await sql<{ has: boolean }>`
    SELECT EXISTS (SELECT FROM deals.v_deal WHERE workspace_id = ${tx.workspaceId}::uuid) AS has`.execute(
    tx.db,
  );
  // An alliance is for something else than money: where one is paid all the same, a scheme says so, and nothing is missing.
  const { rows } = await sql<{ kind: Kind; agreed: number; unpaid: number }>`
    SELECT a.kind, count(DISTINCT a.partner_id)::int AS agreed,
      count(DISTINCT a.partner_id) FILTER (WHERE NOT EXISTS (
        SELECT FROM incentives.v_scheme_assignment s
        WHERE s.workspace_id = a.workspace_id AND s.agreement_id = a.id AND s.valid_from <= ${today}::date
          AND (s.valid_to IS NULL OR s.valid_to > ${today}::date)))::int AS unpaid
    FROM agreements.v_agreement a
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.ended_at IS NULL AND a.accepted_at IS NOT NULL
      AND a.class <> 'alliance'
    GROUP BY a.kind`.execute(tx.db);
  return {
    hasDeals: deals.rows[0]?.has ?? false,
    paid: new Map(rows.map(({ kind, ...counts }) => [kind, counts])),
  };
}

export async function stageOf(tx: Tx, partnerId: Id<'partner'>): Promise<string | null> {
  const { rows } = await sql<{ stage: string }>`
    SELECT stage FROM lifecycle.v_standing
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(tx.db);
  return rows[0]?.stage ?? null;
}
