import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Answer, Pin, RuleCode } from '../contract.ts';
import type { Lift, Outcomes } from '../domain/lift.ts';
import type { Params } from '../domain/rule.ts';

export interface CardRecord {
  readonly id: Id<'card'>;
  readonly rule: RuleCode;
  readonly subject: string;
  readonly partnerId: Id<'partner'>;
  readonly stakeMinor: bigint;
  readonly currency: string;
  readonly liftPpm: number;
  readonly urgencyPpm: number;
  readonly valueMinor: bigint;
  readonly minutes: number;
  readonly dueOn: BusinessDate | null;
  readonly pinned: Pin | null;
  readonly isNewFace: boolean;
  readonly params: Params;
  readonly foundOn: BusinessDate;
}
export type NamedCard = CardRecord & {
  readonly partnerName: string;
  readonly ownerMemberId: Id<'member'> | null;
};

/** One builder of a company at a time: the second waits, and then finds all done. */
export async function lockBuilding(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('agenda.building'), hashtext(${tx.workspaceId}::text))`.execute(
    tx.db,
  );
}

/** Writes what the rules found: known ones keep their id and the day they were found, the rest of those rules is gone. */
export async function replaceCards(
  tx: Tx,
  rules: readonly RuleCode[],
  cards: readonly CardRecord[],
  today: BusinessDate,
): Promise<void> {
  const rows = JSON.stringify(
    cards.map((card) => ({
      ...card,
      stakeMinor: card.stakeMinor.toString(),
      valueMinor: card.valueMinor.toString(),
    })),
  );
  await sql`
    UPDATE agenda.card c SET gone_on = ${today}::date
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.gone_on IS NULL AND c.rule = ANY(${rules}::text[])
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset(${rows}::jsonb) AS f(rule text, subject text)
        WHERE f.rule = c.rule AND f.subject = c.subject)`.execute(tx.db);
  await sql`
    INSERT INTO agenda.card (workspace_id, id, rule, subject, partner_id, stake_minor, currency, lift_ppm, urgency_ppm,
      value_minor, minutes, due_on, pinned, is_new_face, params, found_on)
    SELECT ${tx.workspaceId}::uuid, f.id, f.rule, f.subject, f."partnerId", f."stakeMinor", f.currency, f."liftPpm",
      f."urgencyPpm", f."valueMinor", f.minutes, f."dueOn", f.pinned, f."isNewFace", f.params, ${today}::date
    FROM jsonb_to_recordset(${rows}::jsonb) AS f(id text, rule text, subject text, "partnerId" text, "stakeMinor" bigint,
      currency text, "liftPpm" int, "urgencyPpm" int, "valueMinor" bigint, minutes int, "dueOn" date, pinned text,
      "isNewFace" boolean, params jsonb)
    ON CONFLICT (workspace_id, rule, subject) WHERE gone_on IS NULL DO UPDATE SET partner_id = EXCLUDED.partner_id,
      stake_minor = EXCLUDED.stake_minor, currency = EXCLUDED.currency, lift_ppm = EXCLUDED.lift_ppm,
      urgency_ppm = EXCLUDED.urgency_ppm, value_minor = EXCLUDED.value_minor, minutes = EXCLUDED.minutes,
      due_on = EXCLUDED.due_on, pinned = EXCLUDED.pinned, is_new_face = EXCLUDED.is_new_face, params = EXCLUDED.params`.execute(
    tx.db,
  );
}

const FIELDS = sql`
  c.id, c.rule, c.subject, c.partner_id AS "partnerId", c.stake_minor AS "stakeMinor", c.currency, c.lift_ppm AS "liftPpm",
  c.urgency_ppm AS "urgencyPpm", c.value_minor AS "valueMinor", c.minutes, c.due_on AS "dueOn", c.pinned,
  c.is_new_face AS "isNewFace", c.params, c.found_on AS "foundOn", p.name AS "partnerName",
  p.owner_member_id AS "ownerMemberId"
  FROM agenda.card c
  JOIN directory.v_partner p ON p.workspace_id = c.workspace_id AND p.id = c.partner_id`;

/** Nobody has answered it for now. */
const unanswered = (today: BusinessDate) => sql`
  NOT EXISTS (SELECT FROM agenda.answer a WHERE a.workspace_id = c.workspace_id AND a.card_id = c.id
    AND a.taken_back_at IS NULL AND a.until_on > ${today}::date)`;

export interface LeadRecord {
  readonly id: Id<'card'>;
  readonly partnerId: Id<'partner'>;
  readonly ownerMemberId: Id<'member'> | null;
  readonly valueMinor: bigint;
  readonly minutes: number;
  readonly isNewFace: boolean;
  readonly isPinned: boolean;
  /** How many partners of this keeper have an open card. */
  readonly ofOwner: number;
}

/**
 * The card that leads each partner (as `onePerPartner` finds it), of these keepers' partners, and of nobody's when asked;
 * of those that take the same minutes only as many as a week has places: the others cannot be in it.
 */
export async function openLeads(
  tx: Tx,
  asked: { owners: readonly string[]; nobodys: boolean; today: BusinessDate; places: number },
): Promise<LeadRecord[]> {
  const { rows } = await sql<LeadRecord>`
    WITH lead AS (
      SELECT DISTINCT ON (c.partner_id) c.id, c.partner_id, p.owner_member_id, c.value_minor, c.minutes, c.is_new_face,
        c.pinned IS NOT NULL AS is_pinned
      FROM agenda.card c
      JOIN directory.v_partner p ON p.workspace_id = c.workspace_id AND p.id = c.partner_id
      WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.gone_on IS NULL AND p.archived_at IS NULL
        AND (p.owner_member_id = ANY(${asked.owners}::text[]) OR (${asked.nobodys} AND p.owner_member_id IS NULL))
        AND ${unanswered(asked.today)}
      ORDER BY c.partner_id, c.pinned IS NULL, c.value_minor DESC, c.id COLLATE "C"
    ), ranked AS (
      SELECT *, count(*) OVER (PARTITION BY owner_member_id)::int AS of_owner, row_number() OVER (
        PARTITION BY owner_member_id, is_pinned, is_new_face, minutes ORDER BY value_minor DESC, id COLLATE "C") AS place
      FROM lead
    )
    SELECT id, partner_id AS "partnerId", owner_member_id AS "ownerMemberId", value_minor AS "valueMinor", minutes,
      is_new_face AS "isNewFace", is_pinned AS "isPinned", of_owner AS "ofOwner"
    FROM ranked WHERE is_pinned OR place <= ${asked.places}::int`.execute(tx.db);
  return rows;
}

/** All that is open about these partners. */
export async function openCards(
  tx: Tx,
  partnerIds: readonly string[],
  today: BusinessDate,
): Promise<NamedCard[]> {
  if (partnerIds.length === 0) return [];
  const { rows } = await sql<NamedCard>`
    SELECT ${FIELDS}
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.gone_on IS NULL AND c.partner_id = ANY(${partnerIds}::text[])
      AND ${unanswered(today)}`.execute(tx.db);
  return rows;
}

/** Locked till the end of the transaction. */
export async function lockCard(tx: Tx, id: string): Promise<NamedCard | null> {
  const { rows } = await sql<NamedCard>`
    SELECT ${FIELDS} WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.id = ${id} FOR UPDATE OF c`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

export interface AnswerRecord {
  readonly id: Id<'card_answer'>;
  readonly cardId: Id<'card'>;
  readonly rule: RuleCode;
  readonly partnerId: Id<'partner'>;
  readonly verdict: Answer;
  readonly reason: string | null;
  readonly untilOn: string;
  readonly minutes: number;
  readonly nextStepId: Id<'next_step'> | null;
  readonly answeredOn: string;
  readonly at: Date;
  readonly byMember: Id<'member'>;
}
export type NamedAnswer = AnswerRecord & { readonly partnerName: string };

export async function insertAnswer(tx: Tx, one: AnswerRecord): Promise<void> {
  await sql`
    INSERT INTO agenda.answer (workspace_id, id, card_id, rule, partner_id, verdict, reason, until_on, minutes,
      next_step_id, answered_on, at, by_member)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.cardId}, ${one.rule}, ${one.partnerId}, ${one.verdict},
      ${one.reason}, ${one.untilOn}::date, ${one.minutes}, ${one.nextStepId}, ${one.answeredOn}::date, ${one.at},
      ${one.byMember})`.execute(tx.db);
}

export async function lockAnswer(
  tx: Tx,
  id: string,
): Promise<(AnswerRecord & { takenBack: boolean }) | null> {
  const { rows } = await sql<AnswerRecord & { takenBack: boolean }>`
    SELECT id, card_id AS "cardId", rule, partner_id AS "partnerId", verdict, reason, until_on AS "untilOn", minutes,
      next_step_id AS "nextStepId", answered_on AS "answeredOn", at, by_member AS "byMember",
      taken_back_at IS NOT NULL AS "takenBack"
    FROM agenda.answer WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function takeBack(tx: Tx, id: string): Promise<void> {
  await sql`
    UPDATE agenda.answer SET taken_back_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

/** What was answered since a day, the newest first. */
export async function answersSince(
  tx: Tx,
  since: BusinessDate,
  members: readonly string[],
): Promise<NamedAnswer[]> {
  const { rows } = await sql<NamedAnswer>`
    SELECT a.id, a.card_id AS "cardId", a.rule, a.partner_id AS "partnerId", a.verdict, a.reason, a.until_on AS "untilOn",
      a.minutes, a.next_step_id AS "nextStepId", a.answered_on AS "answeredOn", a.at, a.by_member AS "byMember",
      p.name AS "partnerName"
    FROM agenda.answer a
    JOIN directory.v_partner p ON p.workspace_id = a.workspace_id AND p.id = a.partner_id
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.answered_on >= ${since}::date AND a.taken_back_at IS NULL
      AND a.by_member = ANY(${members}::text[])
    ORDER BY a.at DESC, a.id DESC LIMIT 500`.execute(tx.db);
  return rows;
}

/** How long a reason is watched after it was acted upon, or left alone. */
const WATCHED_DAYS = 28;

/** What became of the cards of each rule, of those that were watched long enough or are gone. */
export async function outcomes(tx: Tx, today: BusinessDate): Promise<Map<RuleCode, Outcomes>> {
  const { rows } = await sql<Outcomes & { rule: RuleCode }>`
    WITH watched AS (
      SELECT c.rule, first.verdict,
        c.gone_on IS NOT NULL AND c.gone_on <= COALESCE(first.answered_on, c.found_on) + ${WATCHED_DAYS}::int AS is_gone,
        COALESCE(first.answered_on, c.found_on) + ${WATCHED_DAYS}::int <= ${today}::date AS is_old
      FROM agenda.card c
      LEFT JOIN LATERAL (
        SELECT a.verdict, a.answered_on FROM agenda.answer a
        WHERE a.workspace_id = c.workspace_id AND a.card_id = c.id AND a.taken_back_at IS NULL
        ORDER BY (a.verdict = 'done') DESC, a.at LIMIT 1) first ON true
      WHERE c.workspace_id = ${tx.workspaceId}::uuid)
    SELECT rule,
      count(*) FILTER (WHERE verdict = 'done' AND (is_gone OR is_old))::int AS done,
      count(*) FILTER (WHERE verdict = 'done' AND is_gone)::int AS "doneGone",
      count(*) FILTER (WHERE verdict IS DISTINCT FROM 'done' AND verdict IS DISTINCT FROM 'disagree' AND (is_gone OR is_old))::int AS left,
      count(*) FILTER (WHERE verdict IS DISTINCT FROM 'done' AND verdict IS DISTINCT FROM 'disagree' AND is_gone)::int AS "leftGone",
      count(*) FILTER (WHERE verdict = 'disagree')::int AS disagreed
    FROM watched GROUP BY rule`.execute(tx.db);
  return new Map(rows.map(({ rule, ...seen }) => [rule, seen]));
}

export interface RunRecord {
  readonly rule: RuleCode;
  readonly found: number;
  readonly isBroken: boolean;
  readonly lift: Lift;
}

export async function saveRuns(tx: Tx, runs: readonly RunRecord[], today: BusinessDate): Promise<void> {
  await sql`
    INSERT INTO agenda.rule_run (workspace_id, rule, ran_on, ran_at, found, is_broken, lift)
    SELECT ${tx.workspaceId}::uuid, r.rule, ${today}::date, ${tx.now()}, r.found, r."isBroken", r.lift
    FROM jsonb_to_recordset(${JSON.stringify(runs)}::jsonb) AS r(rule text, found int, "isBroken" boolean, lift jsonb)
    ON CONFLICT (workspace_id, rule) DO UPDATE SET ran_on = EXCLUDED.ran_on, ran_at = EXCLUDED.ran_at,
      found = EXCLUDED.found, is_broken = EXCLUDED.is_broken, lift = EXCLUDED.lift`.execute(tx.db);
}

export async function ruleRuns(
  tx: Tx,
): Promise<(RunRecord & { readonly ranOn: string; readonly ranAt: Date })[]> {
  const { rows } = await sql<RunRecord & { ranOn: string; ranAt: Date }>`
    SELECT rule, found, is_broken AS "isBroken", lift, ran_on AS "ranOn", ran_at AS "ranAt" FROM agenda.rule_run
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY rule`.execute(tx.db);
  return rows;
}

export async function capacities(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ memberId: string; minutes: number }>`
    SELECT member_id AS "memberId", minutes FROM agenda.capacity WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
    tx.db,
  );
  return new Map(rows.map(({ memberId, minutes }) => [memberId, minutes]));
}

export async function saveCapacity(tx: Tx, memberId: string, minutes: number): Promise<void> {
  await sql`
    INSERT INTO agenda.capacity (workspace_id, member_id, minutes, set_at, set_by)
    VALUES (${tx.workspaceId}::uuid, ${memberId}, ${minutes}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id, member_id) DO UPDATE SET minutes = EXCLUDED.minutes, set_at = EXCLUDED.set_at,
      set_by = EXCLUDED.set_by`.execute(tx.db);
}

/** Best candidates of these keepers or of nobody, by how many named them. */
export async function bestCandidates(tx: Tx, owners: readonly string[]) {
  const { rows } = await sql<{ id: Id<'partner'>; name: string; stage: string; mentions: number }>`
    SELECT p.id, p.name, l.stage, count(DISTINCT m.speaker)::int AS mentions
    FROM lifecycle.v_standing l
    JOIN directory.v_partner p ON p.workspace_id = l.workspace_id AND p.id = l.partner_id
    LEFT JOIN recruiting.v_mention m ON m.workspace_id = l.workspace_id AND m.partner_id = l.partner_id
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.stage IN ('mention', 'candidate', 'talking', 'checking', 'approved')
      AND (p.owner_member_id IS NULL OR p.owner_member_id = ANY(${owners}::text[]))
    GROUP BY p.id, p.name, l.stage ORDER BY mentions DESC, p.name, p.id LIMIT 3`.execute(tx.db);
  return rows;
}
