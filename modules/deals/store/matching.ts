import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/**
 * Sales of a source are recorded and taken back beside each other, its refunds alone: a refund and its sale that are
 * told at once would otherwise both be written without seeing the other, and the refund would wait for ever. Taken
 * before anything is read; held until the commit.
 */
export async function holdMatching(tx: Tx, source: string, how: 'with_others' | 'alone'): Promise<void> {
  const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared');
  await sql`
    SELECT ${lock}(hashtextextended('deals.matching:' || ${tx.workspaceId} || ':' || ${source}, 0))`.execute(
    tx.db,
  );
}
