import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { addDays, businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import type { FlagRow } from '../domain/rules/red-flag.ts';
import type { PaperRow } from '../domain/rules/paper-due.ts';
import type { PromiseRow } from '../domain/rules/our-promise.ts';
import type { ReviewRow } from '../domain/rules/review-due.ts';
import type { CrossingRow } from '../domain/rules/threshold-crossed.ts';

/** The act of an advertisement goes to the operator within the month after it went out. */
const REPORT_DAYS = 30;
/** A broken promise is spoken of for six weeks; after that it is history. */
const MISSED_DAYS = 45;
/** An exclusivity that ran out may still be renewed for two weeks; after that it is history. */
const RAN_OUT_DAYS = 14;

export async function openFlags(tx: Tx): Promise<FlagRow[]> {
  const { rows } = await sql<FlagRow>`
    SELECT id AS "flagId", partner_id AS "partnerId", severity, answer_due_on AS "answerDueOn", held_minor AS "heldMinor",
      COALESCE(at_stake_minor, 0)::bigint AS "atStakeMinor"
    FROM integrity.v_flag
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state IN ('open', 'asked', 'held')`.execute(tx.db);
  return rows;
}

export async function papers(tx: Tx): Promise<PaperRow[]> {
  const ranOutSince = addDays(businessDateOf(tx.now(), tx.zone), -RAN_OUT_DAYS);
  const { rows } = await sql<PaperRow>`
    SELECT id AS subject, 'agreement' AS what, partner_id AS "partnerId", ends_on AS "dueOn" FROM agreements.v_agreement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND ends_on IS NOT NULL AND ended_at IS NULL AND accepted_at IS NOT NULL
    UNION ALL
    SELECT version_id, 'exclusivity', partner_id, until_day FROM agreements.v_exclusivity
    WHERE workspace_id = ${tx.workspaceId}::uuid AND until_day >= ${ranOutSince}::date
    UNION ALL
    SELECT id, 'erid', partner_id, on_day FROM rhythm.v_publication
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'not_ready'
    UNION ALL
    SELECT id, 'report', partner_id, (out_at AT TIME ZONE ${tx.zone})::date + ${REPORT_DAYS}::int FROM rhythm.v_publication
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'out' AND is_ad`.execute(tx.db);
  return rows;
}

export async function ourPromises(tx: Tx, today: BusinessDate): Promise<PromiseRow[]> {
  const { rows } = await sql<PromiseRow>`
    SELECT id AS "promiseId", partner_id AS "partnerId", due_on AS "dueOn", outcome IS NOT NULL AS "isMissed"
    FROM agreements.v_promise
    WHERE workspace_id = ${tx.workspaceId}::uuid AND side = 'ours' AND due_on IS NOT NULL
      AND (outcome IS NULL OR (outcome = 'missed'
        AND (outcome_at AT TIME ZONE ${tx.zone})::date >= ${today}::date - ${MISSED_DAYS}::int))`.execute(
    tx.db,
  );
  return rows;
}

export async function openCrossings(tx: Tx): Promise<CrossingRow[]> {
  const { rows } = await sql<CrossingRow>`
    SELECT id AS "crossingId", partner_id AS "partnerId" FROM framework.v_crossing
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'open'`.execute(tx.db);
  return rows;
}

/** Reviews of a quarter that are not signed; one that waits for the partner's name is no longer ours to move. */
export async function waitingReviews(tx: Tx): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`
    SELECT id AS "reviewId", partner_id AS "partnerId", due_on AS "dueOn" FROM reviews.v_due
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state IN ('open', 'shown')`.execute(tx.db);
  return rows;
}
