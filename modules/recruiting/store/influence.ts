import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { MentionSource, NAME_STATES, Question } from '../contract.ts';

/** A name with all its spellings, and who said it: mentions taken back do not count. */
export interface Weighed {
  readonly id: Id<'heard_name'>;
  readonly spoken: string;
  readonly aliases: readonly { id: Id<'heard_name'>; spoken: string }[];
  readonly links: readonly string[];
  readonly audienceSize: number | null;
  readonly audienceSeenOn: string | null;
  readonly partnerId: Id<'partner'> | null;
  readonly setAsideAt: Date | null;
  readonly setAsideWhy: string | null;
  readonly mentions: number;
  readonly speakers: number;
  readonly clients: number;
  /** Answers of surveys that name it. */
  readonly answers: number;
  readonly bySource: readonly { source: MentionSource; speakers: number }[];
  readonly byQuestion: readonly { question: Question; speakers: number }[];
  readonly lastSaidAt: Date | null;
}

export interface WeighedAsked {
  readonly ids?: readonly string[] | undefined;
  readonly partnerIds?: readonly string[] | undefined;
  readonly state?: (typeof NAME_STATES)[number] | undefined;
  readonly source?: MentionSource | undefined;
  readonly question?: Question | undefined;
  readonly q?: string | undefined;
  readonly limit?: number | undefined;
}

/** Names are weighed whole; what more people named comes first, and beyond this many nobody looks. */
export const NAMES_WEIGHED_MAX = 2_000;

/** Names by how many different people said them. */
export async function weighedNames(tx: Tx, asked: WeighedAsked): Promise<Weighed[]> {
  const state = {
    open: sql`AND root.partner_id IS NULL AND root.set_aside_at IS NULL`,
    taken: sql`AND root.partner_id IS NOT NULL`,
    set_aside: sql`AND root.set_aside_at IS NOT NULL`,
    all: sql``,
  }[asked.state ?? 'all'];
  const { rows } = await sql<Weighed>`
    WITH spelling AS (
      SELECT COALESCE(n.into_id, n.id) AS root_id, n.id, n.spoken, n.links FROM recruiting.heard_name n
      WHERE n.workspace_id = ${tx.workspaceId}::uuid
    ), said AS (
      SELECT s.root_id, m.id, m.speaker, m.by_client, m.answer_id, m.source, m.question, m.said_at
      FROM spelling s
      JOIN recruiting.mention m ON m.workspace_id = ${tx.workspaceId}::uuid AND m.name_id = s.id
      WHERE NOT EXISTS (SELECT FROM recruiting.mention_taken_back b
        WHERE b.workspace_id = m.workspace_id AND b.mention_id = m.id)
        ${asked.source ? sql`AND m.source = ${asked.source}` : sql``}
        ${asked.question ? sql`AND m.question = ${asked.question}` : sql``}
    ), counted AS (
      SELECT root_id, count(*)::int AS mentions, count(DISTINCT speaker)::int AS speakers,
        count(DISTINCT speaker) FILTER (WHERE by_client)::int AS clients, count(DISTINCT answer_id)::int AS answers,
        max(said_at) AS last_said_at
      FROM said GROUP BY root_id
    ), by_source AS (
      SELECT root_id, jsonb_agg(jsonb_build_object('source', source, 'speakers', speakers)
        ORDER BY speakers DESC, source) AS list
      FROM (SELECT root_id, source, count(DISTINCT speaker)::int AS speakers FROM said GROUP BY 1, 2) g GROUP BY root_id
    ), by_question AS (
      SELECT root_id, jsonb_agg(jsonb_build_object('question', question, 'speakers', speakers)
        ORDER BY speakers DESC, question) AS list
      FROM (SELECT root_id, question, count(DISTINCT speaker)::int AS speakers FROM said
        WHERE question IS NOT NULL GROUP BY 1, 2) g GROUP BY root_id
    ), other AS (
      SELECT root_id, jsonb_agg(jsonb_build_object('id', id, 'spoken', spoken) ORDER BY spoken)
          FILTER (WHERE id <> root_id) AS aliases,
        array_agg(spoken) AS spellings
      FROM spelling GROUP BY root_id
    ), address AS (
      SELECT s.root_id, array_agg(DISTINCT l ORDER BY l) AS links FROM spelling s, unnest(s.links) AS l GROUP BY s.root_id
    )
    SELECT root.id, root.spoken, COALESCE(other.aliases, '[]') AS aliases, COALESCE(address.links, '{}') AS links,
      root.audience_size::float8 AS "audienceSize", root.audience_seen_on::text AS "audienceSeenOn",
      root.partner_id AS "partnerId", root.set_aside_at AS "setAsideAt", root.set_aside_why AS "setAsideWhy",
      COALESCE(c.mentions, 0) AS mentions, COALESCE(c.speakers, 0) AS speakers, COALESCE(c.clients, 0) AS clients,
      COALESCE(c.answers, 0) AS answers, COALESCE(by_source.list, '[]') AS "bySource",
      COALESCE(by_question.list, '[]') AS "byQuestion", c.last_said_at AS "lastSaidAt"
    FROM recruiting.heard_name root
    JOIN other ON other.root_id = root.id
    LEFT JOIN counted c ON c.root_id = root.id
    LEFT JOIN by_source ON by_source.root_id = root.id
    LEFT JOIN by_question ON by_question.root_id = root.id
    LEFT JOIN address ON address.root_id = root.id
    WHERE root.workspace_id = ${tx.workspaceId}::uuid AND root.into_id IS NULL ${state}
      ${asked.source || asked.question ? sql`AND c.mentions > 0` : sql``}
      ${asked.ids ? sql`AND root.id = ANY(${asked.ids}::text[])` : sql``}
      ${asked.partnerIds ? sql`AND root.partner_id = ANY(${asked.partnerIds}::text[])` : sql``}
      ${
        asked.q
          ? sql`AND EXISTS (SELECT FROM unnest(other.spellings) AS one
              WHERE position(lower(${asked.q}) IN lower(one)) > 0)`
          : sql``
      }
    ORDER BY c.speakers DESC NULLS LAST, root.id LIMIT ${asked.limit ?? NAMES_WEIGHED_MAX}`.execute(tx.db);
  return rows;
}

export interface Heard {
  readonly mentions: number;
  readonly names: number;
  readonly repeated: number;
  readonly taken: number;
}

/** Totals for the heading. */
export async function countHeard(tx: Tx): Promise<Heard> {
  const { rows } = await sql<Heard>`
    WITH counted AS (
      SELECT COALESCE(n.into_id, n.id) AS root_id, count(*) AS mentions, count(DISTINCT m.speaker) AS speakers
      FROM recruiting.mention m
      JOIN recruiting.heard_name n ON n.workspace_id = m.workspace_id AND n.id = m.name_id
      WHERE m.workspace_id = ${tx.workspaceId}::uuid AND NOT EXISTS (SELECT FROM recruiting.mention_taken_back b
        WHERE b.workspace_id = m.workspace_id AND b.mention_id = m.id)
      GROUP BY 1
    )
    SELECT COALESCE(sum(mentions), 0)::int AS mentions, count(*)::int AS names,
      count(*) FILTER (WHERE speakers > 1)::int AS repeated,
      (SELECT count(*)::int FROM recruiting.heard_name WHERE workspace_id = ${tx.workspaceId}::uuid
        AND partner_id IS NOT NULL) AS taken
    FROM counted`.execute(tx.db);
  return rows[0] ?? { mentions: 0, names: 0, repeated: 0, taken: 0 };
}

/** The name that a spelling is. */
export async function nameOfSpelling(tx: Tx, id: string): Promise<Weighed | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT COALESCE(into_id, id) AS id FROM recruiting.heard_name
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
  const [root] = rows;
  return root ? ((await weighedNames(tx, { ids: [root.id] }))[0] ?? null) : null;
}
