import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { SearchPatterns } from '../domain/search-patterns.ts';

export interface Found {
  readonly what: 'partner' | 'client';
  readonly id: string;
  readonly name: string;
  readonly hint: string | null;
  readonly archived: boolean;
}

/** Partners first, living before archived, names that begin with what was typed before others. */
export async function searchDirectory(tx: Tx, patterns: SearchPatterns, limit: number): Promise<Found[]> {
  const starts = (patterns.words[0] ?? '').slice(1);
  const { rows } = await sql<Found>`
    (SELECT 'partner' AS what, id, name, COALESCE(external_id, tax_number, city) AS hint, archived_at IS NOT NULL AS archived
     FROM directory.partner
     WHERE workspace_id = ${tx.workspaceId}::uuid
       AND (search_text LIKE ALL(${patterns.words}::text[]) OR search_text LIKE ${patterns.exact})
     ORDER BY archived_at IS NOT NULL, search_text NOT LIKE ${starts}, name_key, id LIMIT ${limit})
    UNION ALL
    (SELECT 'client', id, name, COALESCE(external_id, tax_number, segment), false
     FROM directory.client
     WHERE workspace_id = ${tx.workspaceId}::uuid AND merged_into_id IS NULL
       AND (search_text LIKE ALL(${patterns.words}::text[]) OR search_text LIKE ${patterns.exact})
     ORDER BY search_text NOT LIKE ${starts}, name_key, id LIMIT ${limit})`.execute(tx.db);
  return rows;
}
