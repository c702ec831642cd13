import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Change } from '../../domain/client-worth/client-cost.ts';
import { prepared } from '../prepared.ts';

/** Changes further back say little of today, and a list longer than a screen is not chosen from. */
const CHANGES_MAX = 40;

/** Days from which other terms were paid by, and months in which the list of partners changed; the newest first. */
export function selectChanges(tx: Tx, today: BusinessDate): Promise<Change[]> {
  const month = (column: string) =>
    sql`date_trunc('month', ${sql.ref(column)} AT TIME ZONE ${tx.zone})::date`;
  return prepared(
    tx,
    sql<Change>`
    SELECT * FROM (
      SELECT valid_from AS "on", 'terms' AS kind, name, version, NULL::int AS came, NULL::int AS left
      FROM incentives.v_scheme_version
      WHERE workspace_id = ${tx.workspaceId}::uuid AND published_at IS NOT NULL AND version > 1
      UNION ALL
      SELECT month, 'partners', NULL, NULL, sum(came)::int, sum(gone)::int
      FROM (
        SELECT ${month('accepted_at')} AS month, 1 AS came, 0 AS gone FROM agreements.v_agreement
        WHERE workspace_id = ${tx.workspaceId}::uuid AND accepted_at IS NOT NULL
        UNION ALL
        SELECT ${month('ended_at')}, 0, 1 FROM agreements.v_agreement
        WHERE workspace_id = ${tx.workspaceId}::uuid AND ended_at IS NOT NULL
      ) step GROUP BY month
    ) change
    WHERE "on" <= ${today}::date
    ORDER BY "on" DESC, kind, name LIMIT ${CHANGES_MAX}`,
  );
}
