import { sql } from 'kysely';
import type { Kind } from '@mosty/agreements/contract';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Stage } from '@mosty/lifecycle/contract';

export interface LaunchRecord {
  readonly id: Id<'launch'>;
  readonly partnerId: Id<'partner'>;
  readonly kind: Kind;
  readonly pathVersion: number;
  readonly scenarioId: Id<'scenario'> | null;
  readonly createdAt: Date;
  readonly beganOn: BusinessDate | null;
  readonly closedOn: BusinessDate | null;
  readonly outcome: 'working' | 'left' | null;
  readonly touchedOn: BusinessDate;
}

const FIELDS = sql`
  l.id, l.partner_id AS "partnerId", l.kind, l.path_version AS "pathVersion", l.scenario_id AS "scenarioId",
  l.created_at AS "createdAt", l.began_on AS "beganOn", l.closed_on AS "closedOn", l.outcome,
  l.touched_on AS "touchedOn"`;

/** The way the partner walks now, locked till the end of the transaction when it is to change. */
export async function openLaunch(
  tx: Tx,
  partnerId: string,
  { lock = false } = {},
): Promise<LaunchRecord | null> {
  const { rows } = await sql<LaunchRecord>`
    SELECT ${FIELDS} FROM onboarding.launch l
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.partner_id = ${partnerId} AND l.closed_on IS NULL
    ${lock ? sql`FOR UPDATE` : sql``}`.execute(tx.db);
  return rows[0] ?? null;
}

/** The same, or else the one that ended last. */
export async function lastLaunch(tx: Tx, partnerId: string): Promise<LaunchRecord | null> {
  const { rows } = await sql<LaunchRecord>`
    SELECT ${FIELDS} FROM onboarding.launch l
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.partner_id = ${partnerId}
    ORDER BY l.closed_on DESC NULLS FIRST, l.created_at DESC LIMIT 1`.execute(tx.db);
  return rows[0] ?? null;
}

export async function insertLaunch(tx: Tx, one: LaunchRecord): Promise<void> {
  await sql`
    INSERT INTO onboarding.launch (workspace_id, id, partner_id, kind, path_version, created_at, created_by, touched_on)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.kind}, ${one.pathVersion}, ${one.createdAt},
      ${tx.actor.id}, ${one.touchedOn}::date)`.execute(tx.db);
}

/** Something was done with the partner on this day. */
export async function touchLaunch(tx: Tx, id: string, on: BusinessDate): Promise<void> {
  await sql`
    UPDATE onboarding.launch SET touched_on = greatest(touched_on, ${on}::date), told_silent_since = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function setScenario(tx: Tx, id: string, scenarioId: string): Promise<void> {
  await sql`
    UPDATE onboarding.launch SET scenario_id = ${scenarioId}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function beginLaunch(tx: Tx, partnerId: string, on: BusinessDate): Promise<void> {
  await sql`
    UPDATE onboarding.launch SET began_on = ${on}::date, touched_on = ${on}::date
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND closed_on IS NULL`.execute(
    tx.db,
  );
}

export async function closeLaunch(
  tx: Tx,
  partnerId: string,
  { on, outcome }: { readonly on: BusinessDate; readonly outcome: 'working' | 'left' },
): Promise<void> {
  await sql`
    UPDATE onboarding.launch SET closed_on = ${on}::date, outcome = ${outcome}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND closed_on IS NULL`.execute(
    tx.db,
  );
}

export type NamedLaunch = LaunchRecord & { readonly partnerName: string; readonly stage: Stage };

const NAMED = sql`
  SELECT ${FIELDS}, p.name AS "partnerName", s.stage FROM onboarding.launch l
  JOIN directory.v_partner p ON p.workspace_id = l.workspace_id AND p.id = l.partner_id
  JOIN lifecycle.v_standing s ON s.workspace_id = l.workspace_id AND s.partner_id = l.partner_id`;
const ON_THE_WAY = sql`l.closed_on IS NULL AND s.stage IN ('agreed', 'launch', 'pilot')`;

/** Those on their way, the longest untouched first. `silentBefore`: only those not touched since before that day. */
export async function pageOfLaunches(
  tx: Tx,
  asked: {
    readonly kind?: Kind | undefined;
    readonly silentBefore: BusinessDate | null;
    readonly after: Place | null;
    readonly limit: number;
  },
): Promise<NamedLaunch[]> {
  const { rows } = await sql<NamedLaunch>`
    ${NAMED} WHERE l.workspace_id = ${tx.workspaceId}::uuid AND ${ON_THE_WAY}
      ${asked.kind ? sql`AND l.kind = ${asked.kind}` : sql``}
      ${asked.silentBefore ? sql`AND l.touched_on <= ${asked.silentBefore}::date AND s.stage = 'launch'` : sql``}
      ${asked.after ? sql`AND (l.touched_on, l.id) > (${asked.after.value}::date, ${asked.after.id}::text)` : sql``}
    ORDER BY l.touched_on, l.id LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

/** Launches that fell silent and of which nobody was told; they are marked as told. */
export async function tellSilent(tx: Tx, silentBefore: BusinessDate): Promise<LaunchRecord[]> {
  const { rows } = await sql<LaunchRecord>`
    UPDATE onboarding.launch l SET told_silent_since = l.touched_on
    FROM lifecycle.v_standing s
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND s.workspace_id = l.workspace_id AND s.partner_id = l.partner_id
      AND s.stage = 'launch' AND l.closed_on IS NULL AND l.touched_on <= ${silentBefore}::date
      AND l.told_silent_since IS DISTINCT FROM l.touched_on
    RETURNING ${FIELDS}`.execute(tx.db);
  return rows;
}

export interface SharedScenario {
  readonly id: Id<'scenario'>;
  readonly title: string;
  readonly audience: string;
  readonly moment: string;
  readonly words: string;
  readonly archivedAt: Date | null;
}

export async function scenarioById(tx: Tx, id: string): Promise<SharedScenario | null> {
  const { rows } = await sql<SharedScenario>`
    SELECT id, title, audience, moment, words, archived_at AS "archivedAt" FROM scenarios.v_scenario
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

/** Kinds of the agreements this partner has, the newest first. */
export async function kindsOf(tx: Tx, partnerId: string): Promise<Kind[]> {
  const { rows } = await sql<{ kind: Kind }>`
    SELECT kind FROM agreements.v_agreement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND ended_at IS NULL
    GROUP BY kind ORDER BY max(created_at) DESC`.execute(tx.db);
  return rows.map(({ kind }) => kind);
}
