import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { TextKind } from '../contract/texts.ts';
import type { ShippedText } from '../domain/shipped/text.ts';

export interface TextRecord {
  readonly kind: TextKind;
  readonly version: number;
  readonly words: ShippedText;
  readonly bodyHash: string;
  readonly publishedAt: Date | null;
}

export interface TextWord {
  readonly kind: TextKind;
  readonly version: number;
  readonly bodyHash: string;
  readonly word: 'accepted' | 'withdrawn';
  readonly partnerId: string | null;
  readonly person: string;
  readonly evidence: string | null;
  readonly saidAt: Date;
}

/** The newest version of each kind that the company published. */
export async function newestTexts(tx: Tx): Promise<TextRecord[]> {
  const { rows } = await sql<TextRecord>`
    SELECT DISTINCT ON (kind) kind, version, words, body_hash AS "bodyHash", published_at AS "publishedAt"
    FROM agreements.text WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY kind, version DESC`.execute(
    tx.db,
  );
  return rows;
}

export async function insertText(tx: Tx, one: TextRecord): Promise<void> {
  await sql`
    INSERT INTO agreements.text (workspace_id, kind, version, words, body_hash, published_at, published_by)
    VALUES (${tx.workspaceId}::uuid, ${one.kind}, ${one.version}, ${JSON.stringify(one.words)}::jsonb, ${one.bodyHash},
            ${one.publishedAt}, ${tx.actor.id})`.execute(tx.db);
}

/** What was said of the texts, newest first: by the partner, or by the company for itself. */
export async function wordsOn(tx: Tx, partnerId: string | null): Promise<TextWord[]> {
  const { rows } = await sql<TextWord>`
    SELECT kind, version, body_hash AS "bodyHash", word, partner_id AS "partnerId", person, evidence,
           said_at AS "saidAt"
    FROM agreements.text_word
    WHERE workspace_id = ${tx.workspaceId}::uuid
      AND ${partnerId === null ? sql`partner_id IS NULL` : sql`partner_id = ${partnerId}`}
    ORDER BY said_at DESC, id DESC`.execute(tx.db);
  return rows;
}

export async function insertWord(tx: Tx, one: TextWord & { readonly id: string }): Promise<void> {
  await sql`
    INSERT INTO agreements.text_word (workspace_id, id, kind, version, body_hash, word, partner_id, person, evidence,
      said_at, by_actor)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.kind}, ${one.version}, ${one.bodyHash}, ${one.word},
      ${one.partnerId}, ${one.person}, ${one.evidence}, ${one.saidAt}, ${tx.actor.id})`.execute(tx.db);
}
