import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type {
  AnswerFact,
  ExclusiveFact,
  LikenessFact,
  MonthFact,
  PublicationFact,
  ShownFact,
  StandingFact,
} from '../../domain/facts.ts';

/** Stages in which a partner is expected to have what a partnership stands on. */
const AT_WORK = ['launch', 'pilot', 'working', 'review'] as const;
/** Stages in which somebody is looked at. */
const TOGETHER = ['agreed', 'paused', 'leaving', ...AT_WORK] as const;

export async function likenessFacts(tx: Tx, since: Date): Promise<LikenessFact[]> {
  const { rows } = await sql<LikenessFact>`
    SELECT o.partner_id AS "partnerId", o.kind AS by, o.client_id AS subject, count(DISTINCT s.id)::int AS sales,
           COALESCE(sum(a.amount_minor), 0)::bigint AS "unpaidMinor"
    FROM directory.v_own_client o
    JOIN deals.v_sale s ON s.workspace_id = o.workspace_id AND s.client_id = o.client_id AND s.occurred_at >= ${since}
    JOIN attribution.v_participant p ON p.workspace_id = o.workspace_id AND p.sale_id = s.id AND p.partner_id = o.partner_id
    LEFT JOIN incentives.v_accrual a ON a.workspace_id = o.workspace_id AND a.sale_id = s.id AND a.partner_id = o.partner_id
      AND a.state IN ('pending', 'approved', 'on_hold') AND a.currency = ${tx.currency}
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.kind IN ('tax_number', 'phone', 'email')
    GROUP BY o.partner_id, o.kind, o.client_id
    UNION ALL
    SELECT x.partner_id, 'account', x.other_partner_id, 0, 0
    FROM directory.v_shared_account x WHERE x.workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return rows;
}

/** What an alliance and a referral are measured by is written elsewhere or nowhere: they have no KPI to lack. */
export async function standingFacts(tx: Tx): Promise<StandingFact[]> {
  const { rows } = await sql<StandingFact>`
    SELECT s.partner_id AS "partnerId",
           EXISTS (SELECT FROM agreements.v_agreement a WHERE a.workspace_id = s.workspace_id AND a.partner_id = s.partner_id
                   AND a.accepted_at IS NOT NULL AND a.ended_at IS NULL) AS "hasAgreement",
           s.path IN ('referral', 'alliance') OR EXISTS (
             SELECT FROM agreements.v_written w WHERE w.workspace_id = s.workspace_id AND w.partner_id = s.partner_id
               AND w.ended_at IS NULL AND (w.current_version > 0 OR w.signed_on IS NOT NULL)) OR EXISTS (
             SELECT FROM agreements.v_promise r WHERE r.workspace_id = s.workspace_id AND r.partner_id = s.partner_id
               AND r.side = 'theirs') AS "hasKpi",
           EXISTS (SELECT FROM directory.v_face f WHERE f.workspace_id = s.workspace_id AND f.partner_id = s.partner_id
                   AND f.side = 'theirs' AND f.left_at IS NULL) AS "hasContact"
    FROM lifecycle.v_standing s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.stage = ANY(${[...AT_WORK]}::text[])`.execute(tx.db);
  return rows;
}

/** Of the book of partner sales: who leads is asked of a channel, not across books. */
export async function monthFacts(tx: Tx, since: string): Promise<MonthFact[]> {
  const { rows } = await sql<MonthFact>`
    SELECT partner_id AS "partnerId", month::text AS month, currency, paid_minor AS "paidMinor"
    FROM insight.v_partner_month
    WHERE workspace_id = ${tx.workspaceId}::uuid AND class = 'partner_sales' AND month >= ${since}::date`.execute(
    tx.db,
  );
  return rows;
}

export async function shownFacts(tx: Tx): Promise<ShownFact[]> {
  const { rows } = await sql<ShownFact>`
    SELECT e.partner_id AS "partnerId", e.id, e.kind = 'screenshot' AS "isScreenshot",
           e.verdict IS NOT DISTINCT FROM 'verified' AS "isVerified", e.added_at AS at
    FROM recruiting.v_evidence e
    JOIN lifecycle.v_standing s ON s.workspace_id = e.workspace_id AND s.partner_id = e.partner_id
    WHERE e.workspace_id = ${tx.workspaceId}::uuid AND s.stage = ANY(${[...TOGETHER]}::text[])
      AND e.verdict IS DISTINCT FROM 'refuted'`.execute(tx.db);
  return rows;
}

export async function publicationFacts(tx: Tx, since: string): Promise<PublicationFact[]> {
  const { rows } = await sql<PublicationFact>`
    SELECT p.partner_id AS "partnerId", p.id, p.on_day::text AS day,
           ((SELECT count(*) FROM tracking.v_lead l WHERE l.workspace_id = p.workspace_id AND l.partner_id = p.partner_id
              AND l.occurred_at >= p.on_day)
          + (SELECT count(*) FROM deals.v_deal d WHERE d.workspace_id = p.workspace_id AND d.partner_id = p.partner_id
              AND d.created_at >= p.on_day)
          + (SELECT count(*) FROM insight.v_partner_month m WHERE m.workspace_id = p.workspace_id AND m.partner_id = p.partner_id
              AND m.month >= date_trunc('month', p.on_day)::date AND m.sales_count > 0))::int AS followed
    FROM rhythm.v_publication p
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.on_day >= ${since}::date AND p.state IN ('out', 'reported')`.execute(
    tx.db,
  );
  return rows;
}

/** The last answer to each question of each partner, while it holds. */
export async function answerFacts(tx: Tx, since: Date): Promise<AnswerFact[]> {
  const { rows } = await sql<AnswerFact>`
    SELECT * FROM (
      SELECT DISTINCT ON (partner_id, question) partner_id AS "partnerId", question, answer, at
      FROM integrity.answer WHERE workspace_id = ${tx.workspaceId}::uuid
      ORDER BY partner_id, question, no DESC
    ) AS last WHERE at >= ${since}`.execute(tx.db);
  return rows;
}

/** Exclusivities in force: agreed, begun or to begin, and not past their last day. */
export async function exclusiveFacts(tx: Tx, today: string): Promise<ExclusiveFact[]> {
  const { rows } = await sql<ExclusiveFact>`
    SELECT partner_id AS "partnerId", agreement_id AS "agreementId", until_day::text AS until FROM agreements.v_exclusivity
    WHERE workspace_id = ${tx.workspaceId}::uuid AND until_day >= ${today}::date`.execute(tx.db);
  return rows;
}

export async function countTogether(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM lifecycle.v_standing
    WHERE workspace_id = ${tx.workspaceId}::uuid AND stage = ANY(${[...TOGETHER]}::text[])`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
