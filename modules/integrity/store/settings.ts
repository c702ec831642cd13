import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { IntegrityPolicy } from '../contract/looks.ts';
import type { DetectorCode } from '../contract/signs.ts';

export async function findPolicy(tx: Tx): Promise<IntegrityPolicy | null> {
  const { rows } = await sql<IntegrityPolicy>`
    SELECT brand_words AS "brandWords", own_domains AS "ownDomains", checkout_events AS "checkoutEvents", seasons,
           review_from AS "reviewFrom"
    FROM integrity.policy WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return rows[0] ?? null;
}

export async function savePolicy(tx: Tx, one: IntegrityPolicy): Promise<void> {
  await sql`
    INSERT INTO integrity.policy (workspace_id, brand_words, own_domains, checkout_events, seasons, review_from, set_at, set_by)
    VALUES (${tx.workspaceId}::uuid, ${one.brandWords}::text[], ${one.ownDomains}::text[], ${one.checkoutEvents}::text[],
      ${JSON.stringify(one.seasons)}::jsonb, ${one.reviewFrom}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id) DO UPDATE SET brand_words = EXCLUDED.brand_words, own_domains = EXCLUDED.own_domains,
      checkout_events = EXCLUDED.checkout_events, seasons = EXCLUDED.seasons, review_from = EXCLUDED.review_from,
      set_at = EXCLUDED.set_at, set_by = EXCLUDED.set_by`.execute(tx.db);
}

/** Hosts our own links lead to: nobody who looks like them is somebody else by accident. */
export async function priceFloor(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ floor: number }>`
    SELECT floor_ppm::int AS floor FROM tracking.v_price_rule WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
    tx.db,
  );
  return rows[0]?.floor ?? null;
}

export interface Rule {
  readonly detector: DetectorCode;
  readonly isOn: boolean;
  readonly thresholds: Readonly<Record<string, number>>;
}

export async function rulesOf(tx: Tx): Promise<Map<string, Rule>> {
  const { rows } = await sql<Rule>`
    SELECT detector, is_on AS "isOn", thresholds FROM integrity.rule
    WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return new Map(rows.map((rule) => [rule.detector, rule]));
}

export async function saveRule(tx: Tx, one: Rule): Promise<void> {
  await sql`
    INSERT INTO integrity.rule (workspace_id, detector, is_on, thresholds, set_at, set_by)
    VALUES (${tx.workspaceId}::uuid, ${one.detector}, ${one.isOn}, ${JSON.stringify(one.thresholds)}::jsonb, ${tx.now()},
      ${tx.actor.id})
    ON CONFLICT (workspace_id, detector) DO UPDATE SET is_on = EXCLUDED.is_on, thresholds = EXCLUDED.thresholds,
      set_at = EXCLUDED.set_at, set_by = EXCLUDED.set_by`.execute(tx.db);
}

export interface AnswerRecord {
  readonly question: string;
  readonly answer: string;
  readonly note: string | null;
  readonly at: Date;
  readonly by: string;
}

export async function answersOf(tx: Tx, partnerId: string): Promise<AnswerRecord[]> {
  const { rows } = await sql<AnswerRecord>`
    SELECT DISTINCT ON (question) question, answer, note, at, by_actor AS by FROM integrity.answer
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} ORDER BY question, no DESC`.execute(
    tx.db,
  );
  return rows;
}

/** The partner is locked by whoever answers: the running number is nobody else's. */
export async function insertAnswer(
  tx: Tx,
  partnerId: string,
  one: { question: string; answer: string; note: string | null },
): Promise<void> {
  await sql`
    INSERT INTO integrity.answer (workspace_id, partner_id, question, no, answer, note, at, by_actor)
    SELECT ${tx.workspaceId}::uuid, ${partnerId}, ${one.question}, COALESCE(max(no), 0) + 1, ${one.answer}, ${one.note},
           ${tx.now()}, ${tx.actor.id}
    FROM integrity.answer
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND question = ${one.question}`.execute(
    tx.db,
  );
}
