import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { PollSettings } from '../contract.ts';
import type { Counted } from '../domain/poll-figures.ts';

export interface PollRecord {
  readonly id: Id<'poll'>;
  readonly half: string;
  readonly opensOn: BusinessDate;
  readonly closesOn: BusinessDate;
  readonly isNameless: boolean;
}

const FIELDS = sql`
  p.id, p.half, p.opens_on AS "opensOn", p.closes_on AS "closesOn", p.is_nameless AS "isNameless"`;

/** By half-year, the newest first. One row more than `limit` says there is a next page. */
export async function pageOfPolls(
  tx: Tx,
  asked: { readonly after: Place | null; readonly limit: number },
): Promise<PollRecord[]> {
  const { rows } = await sql<PollRecord>`
    SELECT ${FIELDS} FROM feedback.poll p WHERE p.workspace_id = ${tx.workspaceId}::uuid
      ${asked.after ? sql`AND p.half < ${asked.after.value}` : sql``}
    ORDER BY p.half DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

export async function findPoll(tx: Tx, id: string): Promise<PollRecord | null> {
  const { rows } = await sql<PollRecord>`
    SELECT ${FIELDS} FROM feedback.poll p
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

/** The poll that may be answered on this day. Half-years do not overlap by more than a poll's length: the newest counts. */
export async function openPollOn(tx: Tx, today: BusinessDate): Promise<PollRecord | null> {
  const { rows } = await sql<PollRecord>`
    SELECT ${FIELDS} FROM feedback.poll p
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.opens_on <= ${today}::date AND p.closes_on >= ${today}::date
    ORDER BY p.half DESC LIMIT 1`.execute(tx.db);
  return rows[0] ?? null;
}

/** Nameless polls that are over and whose answers still lie as they came. */
export async function unmixedPolls(tx: Tx, today: BusinessDate): Promise<Id<'poll'>[]> {
  const { rows } = await sql<{ id: Id<'poll'> }>`
    SELECT id FROM feedback.poll
    WHERE workspace_id = ${tx.workspaceId}::uuid AND is_nameless AND NOT is_mixed AND closes_on < ${today}::date
    ORDER BY half`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** False when the half-year was asked already. */
export async function insertPoll(tx: Tx, poll: PollRecord): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO feedback.poll (workspace_id, id, half, opens_on, closes_on, is_nameless)
    VALUES (${tx.workspaceId}::uuid, ${poll.id}, ${poll.half}, ${poll.opensOn}::date, ${poll.closesOn}::date, ${poll.isNameless})
    ON CONFLICT (workspace_id, half) DO NOTHING RETURNING id`.execute(tx.db);
  return rows.length > 0;
}

export async function settingsNow(tx: Tx): Promise<PollSettings | null> {
  const { rows } = await sql<PollSettings>`
    SELECT is_on AS "isOn", is_nameless AS "isNameless", month, open_days AS "openDays" FROM feedback.poll_settings
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY version DESC LIMIT 1`.execute(tx.db);
  return rows[0] ?? null;
}

/** The next version: whoever sets at the same moment waits. */
export async function insertSettings(tx: Tx, settings: PollSettings): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('feedback.poll:' || ${tx.workspaceId}, 0))`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO feedback.poll_settings (workspace_id, version, is_on, is_nameless, month, open_days, set_at, set_by)
    SELECT ${tx.workspaceId}::uuid, COALESCE(max(version), 0) + 1, ${settings.isOn}, ${settings.isNameless},
           ${settings.month}, ${settings.openDays}, ${tx.now()}, ${tx.actor.id}
    FROM feedback.poll_settings WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
}

export interface Tally {
  readonly asked: number;
  readonly answered: number;
}

export async function talliesOf(tx: Tx, pollIds: readonly string[]): Promise<Map<string, Tally>> {
  const { rows } = await sql<Tally & { pollId: string }>`
    SELECT id AS "pollId", asked, answered FROM feedback.v_poll
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${pollIds}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.pollId, row]));
}

/** How many gave each mark of each question, by poll. */
export async function countsOf(tx: Tx, pollIds: readonly string[]): Promise<Map<string, Counted[]>> {
  const { rows } = await sql<Counted & { pollId: string }>`
    SELECT a.poll_id AS "pollId", q.question, q.mark, count(*)::int AS count
    FROM feedback.poll_answer a CROSS JOIN LATERAL (VALUES ('recommend', a.recommend), ('support', a.support),
      ('value', a.value), ('simplicity', a.simplicity), ('speed', a.speed)) AS q (question, mark)
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.poll_id = ANY(${pollIds}::text[])
    GROUP BY 1, 2, 3`.execute(tx.db);
  return Map.groupBy(rows, ({ pollId }) => pollId);
}

export interface DeedRecord {
  readonly id: Id<'poll_deed'>;
  readonly pollId: string;
  readonly half: string;
  readonly words: string;
  readonly author: string;
  readonly at: Date;
}

/** The newest first: of one poll, or of all. */
export async function newestDeeds(tx: Tx, pollId: string | null, limit: number): Promise<DeedRecord[]> {
  const { rows } = await sql<DeedRecord>`
    SELECT d.id, d.poll_id AS "pollId", p.half, d.words, d.author, d.at
    FROM feedback.poll_deed d JOIN feedback.poll p ON p.workspace_id = d.workspace_id AND p.id = d.poll_id
    WHERE d.workspace_id = ${tx.workspaceId}::uuid ${pollId === null ? sql`` : sql`AND d.poll_id = ${pollId}`}
    ORDER BY d.at DESC, d.id DESC LIMIT ${limit}`.execute(tx.db);
  return rows;
}

export async function insertDeed(
  tx: Tx,
  deed: { id: string; pollId: string; words: string; author: string },
): Promise<void> {
  await sql`
    INSERT INTO feedback.poll_deed (workspace_id, id, poll_id, words, author, at)
    VALUES (${tx.workspaceId}::uuid, ${deed.id}, ${deed.pollId}, ${deed.words}, ${deed.author}, ${tx.now()})`.execute(
    tx.db,
  );
}
