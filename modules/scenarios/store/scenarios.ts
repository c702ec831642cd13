import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import type { Seat } from '../contract.ts';

export interface ScenarioRecord {
  readonly id: Id<'scenario'>;
  readonly task: string;
  readonly title: string;
  readonly audience: string;
  readonly moment: string;
  readonly words: string;
  readonly faster: string;
  readonly lessWork: string;
  readonly lowerRisk: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly archivedAt: Date | null;
}

const FIELDS = sql`id, task, title, audience, moment, words, faster, less_work AS "lessWork", lower_risk AS "lowerRisk",
  created_at AS "createdAt", created_by AS "createdBy", archived_at AS "archivedAt"`;

/** Newest first; one row more than `limit` where there is a next page. */
export async function listScenarios(
  tx: Tx,
  asked: {
    readonly after: Place | null;
    readonly limit: number;
    readonly q: string | undefined;
    readonly show: 'gaps' | 'archived' | undefined;
  },
): Promise<ScenarioRecord[]> {
  const after = asked.after
    ? sql`AND (created_at, id) < (${asked.after.value}::timestamptz, ${asked.after.id}::text)`
    : sql``;
  const like = `%${(asked.q ?? '').replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const found = asked.q ? sql`AND (title ILIKE ${like} OR task ILIKE ${like})` : sql``;
  const gaps =
    asked.show === 'gaps'
      ? sql`AND EXISTS (SELECT FROM scenarios.seat t WHERE t.workspace_id = scenario.workspace_id
              AND t.scenario_id = scenario.id AND t.agreement_id IS NULL)`
      : sql``;
  const { rows } = await sql<ScenarioRecord>`
    SELECT ${FIELDS} FROM scenarios.scenario
    WHERE workspace_id = ${tx.workspaceId}::uuid ${after} ${found} ${gaps}
      AND (archived_at IS NOT NULL) = ${asked.show === 'archived'}
    ORDER BY created_at DESC, id DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

/** Null: there is none. Locked where it is about to change. */
export async function findScenario(
  tx: Tx,
  id: string,
  { lock = false } = {},
): Promise<ScenarioRecord | null> {
  const { rows } = await sql<ScenarioRecord>`
    SELECT ${FIELDS} FROM scenarios.scenario WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}
    ${lock ? sql`FOR UPDATE` : sql``}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function saveScenario(tx: Tx, one: ScenarioRecord): Promise<void> {
  await sql`
    INSERT INTO scenarios.scenario (workspace_id, id, task, title, audience, moment, words, faster, less_work, lower_risk,
      created_at, created_by, archived_at)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.task}, ${one.title}, ${one.audience}, ${one.moment}, ${one.words},
      ${one.faster}, ${one.lessWork}, ${one.lowerRisk}, ${one.createdAt}, ${one.createdBy}, ${one.archivedAt})
    ON CONFLICT (workspace_id, id) DO UPDATE SET task = EXCLUDED.task, title = EXCLUDED.title,
      audience = EXCLUDED.audience, moment = EXCLUDED.moment, words = EXCLUDED.words, faster = EXCLUDED.faster,
      less_work = EXCLUDED.less_work, lower_risk = EXCLUDED.lower_risk, archived_at = EXCLUDED.archived_at`.execute(
    tx.db,
  );
}

export interface SeatInput {
  readonly role: string;
  readonly does: string;
  readonly agreementId?: string | null | undefined;
}

/** Seats in the order given, numbered from one. */
export async function replaceSeats(tx: Tx, scenarioId: string, seats: readonly SeatInput[]): Promise<void> {
  await sql`
    DELETE FROM scenarios.seat WHERE workspace_id = ${tx.workspaceId}::uuid AND scenario_id = ${scenarioId}`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO scenarios.seat (workspace_id, scenario_id, position, role, does, agreement_id)
    SELECT ${tx.workspaceId}::uuid, ${scenarioId}, s.position, s.role, s.does, s."agreementId"
    FROM jsonb_to_recordset(${JSON.stringify(seats.map((seat, place) => ({ ...seat, position: place + 1 })))}::jsonb)
      AS s(position int, role text, does text, "agreementId" text)`.execute(tx.db);
}

/** False when there is no such seat. */
export async function saveSeat(
  tx: Tx,
  scenarioId: string,
  position: number,
  agreementId: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE scenarios.seat SET agreement_id = ${agreementId}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND scenario_id = ${scenarioId} AND position = ${position}
    RETURNING position`.execute(tx.db);
  return rows.length > 0;
}

type SeatRow = Seat & { readonly scenarioId: string };

/** Seats of the scenarios, in order, with whoever sits there. */
export async function seatsOf(tx: Tx, scenarioIds: readonly string[]): Promise<Map<string, SeatRow[]>> {
  if (scenarioIds.length === 0) return new Map();
  const today = businessDateOf(tx.now(), tx.zone);
  const { rows } = await sql<Omit<SeatRow, 'partner'> & { partnerId: Id<'partner'> | null; name: string }>`
    SELECT t.scenario_id AS "scenarioId", t.position, t.role, t.does, t.agreement_id AS "agreementId",
           p.id AS "partnerId", p.name,
           COALESCE(a.accepted_at IS NOT NULL AND a.launched_on IS NOT NULL AND a.starts_on <= ${today}::date
             AND (a.ends_on IS NULL OR a.ends_on > ${today}::date) AND a.ended_at IS NULL, false) AS "inForce"
    FROM scenarios.seat t
    LEFT JOIN agreements.v_agreement a ON a.workspace_id = t.workspace_id AND a.id = t.agreement_id
    LEFT JOIN directory.v_partner p ON p.workspace_id = a.workspace_id AND p.id = a.partner_id
    WHERE t.workspace_id = ${tx.workspaceId}::uuid AND t.scenario_id = ANY(${scenarioIds}::text[])
    ORDER BY t.scenario_id, t.position`.execute(tx.db);
  return Map.groupBy(
    rows.map(({ partnerId, name, ...seat }) => ({
      ...seat,
      partner: partnerId ? { id: partnerId, name } : null,
    })),
    (seat) => seat.scenarioId,
  );
}

/** Titles, as the journal calls scenarios. */
export async function namesOfScenarios(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, title AS name FROM scenarios.scenario
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
