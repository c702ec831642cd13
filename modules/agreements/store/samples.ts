import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Language } from '@mosty/kernel/operation';
import type { Kind } from '../contract/classes.ts';
import type { Expectations } from '../contract/version.ts';

export interface SampleRecord {
  readonly kind: Kind;
  readonly language: Language;
  readonly version: number;
  /** null: the shipped one again. */
  readonly body: Expectations | null;
  readonly publishedAt: Date;
  readonly publishedBy: string;
}

/** Every version the company wrote, newest first. */
export async function samplesOf(tx: Tx, language: Language): Promise<SampleRecord[]> {
  const { rows } = await sql<SampleRecord>`
    SELECT kind, language, version, body, published_at AS "publishedAt", published_by AS "publishedBy"
    FROM agreements.sample WHERE workspace_id = ${tx.workspaceId}::uuid AND language = ${language}
    ORDER BY kind, version DESC`.execute(tx.db);
  return rows;
}

/** Two who publish at once are two versions, one after the other. */
export async function lockSamples(tx: Tx, kind: Kind, language: Language): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`agreements.sample ${tx.workspaceId} ${kind} ${language}`}, 0))`.execute(
    tx.db,
  );
}

export async function insertSample(tx: Tx, one: SampleRecord): Promise<void> {
  await sql`
    INSERT INTO agreements.sample (workspace_id, kind, language, version, body, published_at, published_by)
    VALUES (${tx.workspaceId}::uuid, ${one.kind}, ${one.language}, ${one.version},
      ${one.body === null ? null : JSON.stringify(one.body)}::jsonb, ${one.publishedAt}, ${one.publishedBy})`.execute(
    tx.db,
  );
}
