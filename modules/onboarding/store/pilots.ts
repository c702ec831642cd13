import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate, Instant } from '@mosty/kernel/time';
import type { Comparison, PilotMetric, PilotVerdict } from '../contract/pilot.ts';
import type { PilotFacts } from '../domain/pilot.ts';

export interface PilotRecord {
  readonly id: Id<'pilot'>;
  readonly partnerId: Id<'partner'>;
  readonly launchId: Id<'launch'>;
  readonly volume: number;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  readonly currency: string;
  readonly budgetMinor: bigint;
  readonly priceMinor: bigint;
  readonly costMinor: bigint;
  readonly rewardMinor: bigint;
  readonly lockedAt: Date | null;
  readonly verdict: PilotVerdict | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
}

export interface CriterionRecord {
  readonly pilotId: string;
  readonly metric: PilotMetric;
  readonly comparison: Comparison;
  readonly target: bigint;
}

export type NamedPilot = PilotRecord & { readonly partnerName: string };

const FIELDS = sql`
  o.id, o.partner_id AS "partnerId", o.launch_id AS "launchId", o.volume, o.starts_on AS "startsOn",
  o.ends_on AS "endsOn", o.currency, o.budget_minor AS "budgetMinor", o.price_minor AS "priceMinor",
  o.cost_minor AS "costMinor", o.reward_minor AS "rewardMinor", o.locked_at AS "lockedAt", o.verdict, o.reason,
  o.decided_at AS "decidedAt"`;

export async function lockedPilot(tx: Tx, id: string): Promise<PilotRecord | null> {
  const { rows } = await sql<PilotRecord>`
    SELECT ${FIELDS} FROM onboarding.pilot o
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

/** The pilot of the partner that has no verdict yet. */
export async function openPilot(tx: Tx, partnerId: string): Promise<PilotRecord | null> {
  const { rows } = await sql<PilotRecord>`
    SELECT ${FIELDS} FROM onboarding.pilot o
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.partner_id = ${partnerId} AND o.verdict IS NULL`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

/** The pilot agreed last, decided or not. */
export async function lastLockedPilot(tx: Tx, partnerId: string): Promise<PilotRecord | null> {
  const { rows } = await sql<PilotRecord>`
    SELECT ${FIELDS} FROM onboarding.pilot o
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.partner_id = ${partnerId} AND o.locked_at IS NOT NULL
    ORDER BY o.locked_at DESC LIMIT 1`.execute(tx.db);
  return rows[0] ?? null;
}

const NAMED = sql`
  SELECT ${FIELDS}, p.name AS "partnerName" FROM onboarding.pilot o
  JOIN directory.v_partner p ON p.workspace_id = o.workspace_id AND p.id = o.partner_id`;

export async function namedPilot(tx: Tx, id: string): Promise<NamedPilot | null> {
  const { rows } = await sql<NamedPilot>`
    ${NAMED} WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function pageOfPilots(
  tx: Tx,
  asked: {
    readonly show: 'open' | 'decided';
    readonly partnerId?: string | undefined;
    readonly after: Place | null;
    readonly limit: number;
  },
): Promise<NamedPilot[]> {
  const open = asked.show === 'open';
  const from = !asked.after
    ? sql``
    : open
      ? sql`AND (o.ends_on, o.id) > (${asked.after.value}::date, ${asked.after.id}::text)`
      : sql`AND (o.ends_on, o.id) < (${asked.after.value}::date, ${asked.after.id}::text)`;
  const { rows } = await sql<NamedPilot>`
    ${NAMED} WHERE o.workspace_id = ${tx.workspaceId}::uuid
      AND ${open ? sql`o.verdict IS NULL` : sql`o.verdict IS NOT NULL`} ${from}
      ${asked.partnerId ? sql`AND o.partner_id = ${asked.partnerId}` : sql``}
    ORDER BY ${open ? sql`o.ends_on, o.id` : sql`o.ends_on DESC, o.id DESC`} LIMIT ${asked.limit + 1}`.execute(
    tx.db,
  );
  return rows;
}

/** Locked, without a verdict, and their last day has passed. */
export async function pilotsToDecide(tx: Tx, today: BusinessDate): Promise<NamedPilot[]> {
  const { rows } = await sql<NamedPilot>`
    ${NAMED} WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.verdict IS NULL AND o.locked_at IS NOT NULL
      AND o.ends_on < ${today}::date
    ORDER BY o.ends_on, o.id`.execute(tx.db);
  return rows;
}

export async function criteriaOf(tx: Tx, pilotIds: readonly string[]): Promise<CriterionRecord[]> {
  if (pilotIds.length === 0) return [];
  const { rows } = await sql<CriterionRecord>`
    SELECT pilot_id AS "pilotId", metric, comparison, target FROM onboarding.criterion
    WHERE workspace_id = ${tx.workspaceId}::uuid AND pilot_id = ANY(${pilotIds}::text[])
    ORDER BY pilot_id, position`.execute(tx.db);
  return rows;
}

/** Terms as they are told, new or instead of those before. */
export async function savePilot(
  tx: Tx,
  one: PilotRecord,
  criteria: readonly Omit<CriterionRecord, 'pilotId'>[],
): Promise<void> {
  await sql`
    INSERT INTO onboarding.pilot (workspace_id, id, partner_id, launch_id, volume, starts_on, ends_on, currency,
      budget_minor, price_minor, cost_minor, reward_minor, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.launchId}, ${one.volume},
      ${one.startsOn}::date, ${one.endsOn}::date, ${one.currency}, ${one.budgetMinor}, ${one.priceMinor},
      ${one.costMinor}, ${one.rewardMinor}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id, id) DO UPDATE SET volume = EXCLUDED.volume, starts_on = EXCLUDED.starts_on,
      ends_on = EXCLUDED.ends_on, budget_minor = EXCLUDED.budget_minor, price_minor = EXCLUDED.price_minor,
      cost_minor = EXCLUDED.cost_minor, reward_minor = EXCLUDED.reward_minor`.execute(tx.db);
  await sql`
    DELETE FROM onboarding.criterion
    WHERE workspace_id = ${tx.workspaceId}::uuid AND pilot_id = ${one.id}`.execute(tx.db);
  for (const [place, { metric, comparison, target }] of criteria.entries())
    await sql`
      INSERT INTO onboarding.criterion (workspace_id, pilot_id, partner_id, position, metric, comparison, target)
      VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${place + 1}, ${metric}, ${comparison}, ${target})`.execute(
      tx.db,
    );
}

export async function lockTerms(tx: Tx, id: string): Promise<void> {
  await sql`
    UPDATE onboarding.pilot SET locked_at = ${tx.now()}, locked_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

/** The verdict of the partner's running pilot. */
export async function settlePilot(
  tx: Tx,
  partnerId: string,
  said: { readonly verdict: PilotVerdict; readonly reason: string },
): Promise<void> {
  await sql`
    UPDATE onboarding.pilot SET verdict = ${said.verdict}, reason = ${said.reason}, decided_at = ${tx.now()},
      decided_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND verdict IS NULL
      AND locked_at IS NOT NULL`.execute(tx.db);
}

/** Terms nobody locked, of a partner that leaves. */
export async function dropDraft(tx: Tx, partnerId: string): Promise<void> {
  const draft = await openPilot(tx, partnerId);
  if (!draft || draft.lockedAt !== null) return;
  await sql`
    DELETE FROM onboarding.criterion
    WHERE workspace_id = ${tx.workspaceId}::uuid AND pilot_id = ${draft.id}`.execute(tx.db);
  await sql`
    DELETE FROM onboarding.pilot
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${draft.id}`.execute(tx.db);
}

/** What happened between the two instants, from what deals, attribution and incentives know. */
export async function factsOf(
  tx: Tx,
  {
    partnerId,
    currency,
    startsOn,
    endsOn,
  }: Pick<PilotRecord, 'partnerId' | 'currency' | 'startsOn' | 'endsOn'>,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<PilotFacts> {
  const ws = sql`${tx.workspaceId}::uuid`;
  const { rows } = await sql<PilotFacts>`
    WITH sold AS (
      SELECT s.id, s.amount_minor, s.cost_minor FROM attribution.v_participant p
      JOIN deals.v_sale s ON s.workspace_id = p.workspace_id AND s.id = p.sale_id
      WHERE p.workspace_id = ${ws} AND p.partner_id = ${partnerId} AND p.role = 'source' AND s.currency = ${currency}
        AND s.occurred_at >= ${from} AND s.occurred_at < ${to}),
    back AS (
      SELECT r.id, r.amount_minor FROM deals.v_refund r
      WHERE r.workspace_id = ${ws} AND r.sale_id IN (SELECT id FROM sold))
    SELECT
      (SELECT count(*) FROM deals.v_deal d WHERE d.workspace_id = ${ws} AND d.partner_id = ${partnerId}
        AND d.registered_at >= ${from} AND d.registered_at < ${to}) AS "registeredDeals",
      (SELECT count(*) FROM deals.v_deal d WHERE d.workspace_id = ${ws} AND d.partner_id = ${partnerId}
        AND d.outcome = 'won' AND d.closed_at >= ${from} AND d.closed_at < ${to}) AS "wonDeals",
      (SELECT count(*) FROM sold) AS sales,
      (SELECT COALESCE(sum(amount_minor), 0)::bigint FROM sold) AS "paidMinor",
      (SELECT COALESCE(sum(amount_minor), 0)::bigint FROM back) AS "refundMinor",
      (SELECT COALESCE(sum(cost_minor), 0)::bigint FROM sold) AS "costMinor",
      (SELECT COALESCE(sum(a.amount_minor), 0)::bigint FROM incentives.v_accrual a
        WHERE a.workspace_id = ${ws} AND a.partner_id = ${partnerId} AND a.currency = ${currency}
          AND (a.sale_id IN (SELECT id FROM sold) OR a.refund_id IN (SELECT id FROM back))) AS "rewardMinor",
      (SELECT COALESCE(sum(c.amount_minor), 0)::bigint FROM deals.v_cost c
        WHERE c.workspace_id = ${ws} AND c.partner_id = ${partnerId} AND c.currency = ${currency}
          AND c.occurred_on BETWEEN ${startsOn}::date AND ${endsOn}::date) AS "spentMinor"`.execute(tx.db);
  const [facts] = rows;
  if (!facts) throw new Error('an aggregate answers one row');
  return facts;
}

/** A pilot is called by its partner. */
export async function namesOfPilots(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT o.id, p.name FROM onboarding.pilot o
    JOIN directory.v_partner p ON p.workspace_id = o.workspace_id AND p.id = o.partner_id
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
