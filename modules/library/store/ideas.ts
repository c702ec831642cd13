import { sql } from 'kysely';
import type { Kind } from '@mosty/agreements/contract';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate, Instant } from '@mosty/kernel/time';

export interface IdeaRecord {
  readonly id: Id<'idea'>;
  readonly title: string;
  readonly words: string;
  readonly fromOn: BusinessDate;
  readonly tillOn: BusinessDate;
  readonly kinds: readonly Kind[];
  readonly state: 'published' | 'archived';
}

const FIELDS = sql.raw(
  'i.id, i.title, i.words, i.from_on AS "fromOn", i.till_on AS "tillOn", i.kinds, i.state',
);

export async function pageOfIdeas(
  tx: Tx,
  asked: {
    readonly show: 'open' | 'over' | 'archived';
    readonly today: BusinessDate;
    readonly after: Place | null;
    readonly limit: number;
  },
): Promise<IdeaRecord[]> {
  const shown = {
    open: sql`AND i.state = 'published' AND i.till_on >= ${asked.today}::date`,
    over: sql`AND i.state = 'published' AND i.till_on < ${asked.today}::date`,
    archived: sql`AND i.state = 'archived'`,
  }[asked.show];
  const { after } = asked;
  const { rows } = await sql<IdeaRecord>`
    SELECT ${FIELDS} FROM library.idea i WHERE i.workspace_id = ${tx.workspaceId}::uuid ${shown}
      ${after ? sql`AND (i.from_on, i.id COLLATE "C") > (${after.value}::date, ${after.id})` : sql``}
    ORDER BY i.from_on, i.id COLLATE "C" LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

/** Locked till the end of the transaction. */
export async function lockIdea(tx: Tx, id: string): Promise<IdeaRecord | null> {
  const { rows } = await sql<IdeaRecord>`
    SELECT ${FIELDS} FROM library.idea i
    WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

/** As the reader sees it: people of a partner only what is shown to them. */
export async function findIdea(tx: Tx, id: string): Promise<IdeaRecord | null> {
  const { rows } = await sql<IdeaRecord>`
    SELECT ${FIELDS} FROM library.idea i
    WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function saveIdea(tx: Tx, one: IdeaRecord): Promise<void> {
  await sql`
    INSERT INTO library.idea (workspace_id, id, title, words, from_on, till_on, kinds, state, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.title}, ${one.words}, ${one.fromOn}::date, ${one.tillOn}::date,
      ${one.kinds}::text[], ${one.state}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id, id) DO UPDATE SET title = EXCLUDED.title, words = EXCLUDED.words, from_on = EXCLUDED.from_on,
      till_on = EXCLUDED.till_on, kinds = EXCLUDED.kinds, state = EXCLUDED.state`.execute(tx.db);
}

export interface JoinedFound {
  readonly ideaId: string;
  readonly partnerId: Id<'partner'>;
  readonly name: string;
  readonly at: Instant;
}

export async function joinedTo(tx: Tx, ideaIds: readonly string[]): Promise<JoinedFound[]> {
  const { rows } = await sql<JoinedFound>`
    SELECT j.idea_id AS "ideaId", j.partner_id AS "partnerId", p.name, j.joined_at AS at FROM library.joining j
    JOIN directory.v_partner p ON p.workspace_id = j.workspace_id AND p.id = j.partner_id
    WHERE j.workspace_id = ${tx.workspaceId}::uuid AND j.idea_id = ANY(${ideaIds}::text[])
    ORDER BY j.joined_at, p.name`.execute(tx.db);
  return rows;
}

/** Whether anything changed. */
export async function setJoining(
  tx: Tx,
  ideaId: string,
  partnerId: Id<'partner'>,
  takesPart: boolean,
): Promise<boolean> {
  const done = takesPart
    ? sql<{ id: string }>`
        INSERT INTO library.joining (workspace_id, idea_id, partner_id, joined_at, joined_by)
        VALUES (${tx.workspaceId}::uuid, ${ideaId}, ${partnerId}, ${tx.now()}, ${tx.actor.id})
        ON CONFLICT DO NOTHING RETURNING idea_id AS id`
    : sql<{ id: string }>`
        DELETE FROM library.joining WHERE workspace_id = ${tx.workspaceId}::uuid AND idea_id = ${ideaId}
          AND partner_id = ${partnerId} RETURNING idea_id AS id`;
  return (await done.execute(tx.db)).rows.length > 0;
}

/** Titles, as the journal calls ideas. */
export async function titlesOfIdeas(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    SELECT id, title FROM library.idea
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.title]));
}
