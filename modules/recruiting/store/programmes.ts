import { sql } from 'kysely';
import type { Tx, WorkspaceId } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { ProgrammeTexts } from '../contract/programme.ts';

export interface ProgrammeRecord {
  readonly id: Id<'programme'>;
  readonly slug: string;
  readonly words: ProgrammeTexts;
  readonly isOpen: boolean;
  readonly counts: { readonly schemeId: Id<'scheme'>; readonly saleMinor: bigint } | null;
  readonly changedAt: Date;
  readonly waiting: number;
}

const SELECTED = sql`
  SELECT p.id, p.slug, p.words, p.is_open AS "isOpen", p.changed_at AS "changedAt", p.scheme_id AS "schemeId",
    p.example_minor AS "exampleMinor",
    (SELECT count(*)::int FROM recruiting.application a
     WHERE a.workspace_id = p.workspace_id AND a.programme_id = p.id AND a.state = 'waiting') AS waiting
  FROM recruiting.programme p`;

interface Raw extends Omit<ProgrammeRecord, 'counts'> {
  readonly schemeId: Id<'scheme'> | null;
  readonly exampleMinor: bigint | null;
}
const read = ({ schemeId, exampleMinor, ...row }: Raw): ProgrammeRecord => ({
  ...row,
  counts: schemeId === null || exampleMinor === null ? null : { schemeId, saleMinor: exampleMinor },
});

export async function listProgrammes(tx: Tx): Promise<ProgrammeRecord[]> {
  const { rows } = await sql<Raw>`
    ${SELECTED} WHERE p.workspace_id = ${tx.workspaceId}::uuid ORDER BY p.is_open DESC, p.slug`.execute(
    tx.db,
  );
  return rows.map(read);
}

export async function findProgramme(tx: Tx, slug: string): Promise<ProgrammeRecord | undefined> {
  const { rows } = await sql<Raw>`
    ${SELECTED} WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.slug = ${slug}`.execute(tx.db);
  return rows[0] && read(rows[0]);
}

/** Whether it was written: an address may be another company's already. */
export async function saveProgrammeRow(
  tx: Tx,
  one: Pick<ProgrammeRecord, 'id' | 'slug' | 'words' | 'isOpen' | 'counts'>,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO recruiting.programme (workspace_id, id, slug, words, is_open, scheme_id, example_minor,
      created_at, changed_at, changed_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.slug}, ${JSON.stringify(one.words)}::jsonb, ${one.isOpen},
      ${one.counts?.schemeId ?? null}, ${one.counts?.saleMinor ?? null}, ${tx.now()}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx.db);
  return rows.length > 0;
}

export async function changeProgrammeRow(
  tx: Tx,
  one: Pick<ProgrammeRecord, 'id' | 'words' | 'isOpen' | 'counts'>,
): Promise<void> {
  await sql`
    UPDATE recruiting.programme
    SET words = ${JSON.stringify(one.words)}::jsonb, is_open = ${one.isOpen}, scheme_id = ${one.counts?.schemeId ?? null},
      example_minor = ${one.counts?.saleMinor ?? null}, changed_at = ${tx.now()},
      changed_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${one.id}`.execute(tx.db);
}

/** Outside any company: whose open programme stands at an address. */
export async function programmeAtSlug(database: Database, slug: string): Promise<WorkspaceId | null> {
  const connection = await database.connect();
  try {
    const { rows } = await sql<{ id: WorkspaceId | null }>`
      SELECT recruiting.find_programme(${slug}) AS id`.execute(connection.queries);
    return rows[0]?.id ?? null;
  } finally {
    connection.release();
  }
}
