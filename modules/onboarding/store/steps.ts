import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Part, PathStep, StepSide } from '../contract/path.ts';

export interface StepRecord {
  readonly launchId: Id<'launch'>;
  readonly partnerId: Id<'partner'>;
  readonly code: string;
  readonly position: number;
  readonly part: Part;
  readonly side: StepSide;
  readonly told: Pick<PathStep, 'ru' | 'en' | 'questions'>;
  readonly dueOn: BusinessDate;
  readonly ownerFaceId: Id<'face'> | null;
  readonly openedAt: Date | null;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly proof: string | null;
}

const FIELDS = sql`
  launch_id AS "launchId", partner_id AS "partnerId", code, position, part, side, told, due_on AS "dueOn",
  owner_face_id AS "ownerFaceId", opened_at AS "openedAt", done_at AS "doneAt", done_by AS "doneBy", proof`;

export async function stepsOf(tx: Tx, launchIds: readonly string[]): Promise<StepRecord[]> {
  if (launchIds.length === 0) return [];
  const { rows } = await sql<StepRecord>`
    SELECT ${FIELDS} FROM onboarding.step
    WHERE workspace_id = ${tx.workspaceId}::uuid AND launch_id = ANY(${launchIds}::text[])
    ORDER BY launch_id, position`.execute(tx.db);
  return rows;
}

export async function insertSteps(tx: Tx, steps: readonly StepRecord[]): Promise<void> {
  for (const one of steps)
    await sql`
      INSERT INTO onboarding.step (workspace_id, launch_id, partner_id, code, position, part, side, told, due_on,
        owner_face_id)
      VALUES (${tx.workspaceId}::uuid, ${one.launchId}, ${one.partnerId}, ${one.code}, ${one.position}, ${one.part},
        ${one.side}, ${JSON.stringify(one.told)}::jsonb, ${one.dueOn}::date, ${one.ownerFaceId})`.execute(
      tx.db,
    );
}

/** What may change of a step: its day, its person and how far it is. */
export async function saveStep(tx: Tx, one: StepRecord): Promise<void> {
  await sql`
    UPDATE onboarding.step SET due_on = ${one.dueOn}::date, owner_face_id = ${one.ownerFaceId},
      opened_at = ${one.openedAt}, done_at = ${one.doneAt}, done_by = ${one.doneBy}, proof = ${one.proof}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND launch_id = ${one.launchId} AND code = ${one.code}`.execute(
    tx.db,
  );
}

export interface Attempt {
  readonly code: string;
  readonly no: number;
  readonly rightCount: number;
  readonly askedCount: number;
}

/** The last try of each test. */
export async function lastAttempts(tx: Tx, launchId: string): Promise<Map<string, Attempt>> {
  const { rows } = await sql<Attempt>`
    SELECT DISTINCT ON (code) code, no, right_count AS "rightCount", asked_count AS "askedCount"
    FROM onboarding.attempt WHERE workspace_id = ${tx.workspaceId}::uuid AND launch_id = ${launchId}
    ORDER BY code, no DESC`.execute(tx.db);
  return new Map(rows.map((row) => [row.code, row]));
}

export async function insertAttempt(tx: Tx, step: StepRecord, one: Attempt): Promise<void> {
  await sql`
    INSERT INTO onboarding.attempt (workspace_id, launch_id, partner_id, code, no, at, by_actor, right_count, asked_count)
    VALUES (${tx.workspaceId}::uuid, ${step.launchId}, ${step.partnerId}, ${one.code}, ${one.no}, ${tx.now()},
      ${tx.actor.id}, ${one.rightCount}, ${one.askedCount})`.execute(tx.db);
}

export interface SessionRecord {
  readonly id: Id<'live_session'>;
  readonly heldOn: string;
  readonly topic: string;
  readonly ledBy: string;
  readonly joined: string;
  readonly notes: string | null;
}

export async function sessionsOf(tx: Tx, launchId: string): Promise<SessionRecord[]> {
  const { rows } = await sql<SessionRecord>`
    SELECT id, held_on AS "heldOn", topic, led_by AS "ledBy", joined, notes FROM onboarding.live_session
    WHERE workspace_id = ${tx.workspaceId}::uuid AND launch_id = ${launchId}
    ORDER BY held_on DESC, id DESC LIMIT 100`.execute(tx.db);
  return rows;
}

export async function insertSession(
  tx: Tx,
  launch: { readonly id: string; readonly partnerId: string },
  one: SessionRecord,
): Promise<void> {
  await sql`
    INSERT INTO onboarding.live_session (workspace_id, id, launch_id, partner_id, held_on, topic, led_by, joined, notes,
      written_at, written_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${launch.id}, ${launch.partnerId}, ${one.heldOn}::date, ${one.topic},
      ${one.ledBy}, ${one.joined}, ${one.notes}, ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}
