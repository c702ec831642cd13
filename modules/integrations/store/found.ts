import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Currency } from '@mosty/kernel/money';
import type { Found, RowState } from '../contract/import.ts';

interface Counted {
  readonly state: RowState;
  readonly credit: boolean;
  readonly currency: Currency | null;
  readonly things: number;
  readonly rows: number;
  readonly amountMinor: bigint;
  readonly from: Date | null;
  readonly to: Date | null;
}

const EMPTY = { new: 0, changed: 0, known: 0, differs: 0, bad: 0, held: 0, refused: 0 };

/** What a check found, counted in one pass. */
export async function countFound(tx: Tx, importId: string, rows: number): Promise<Found> {
  const { rows: counted } = await sql<Counted>`
    SELECT state, credit = 'yes' OR (credit = 'by_total' AND amount_micro < 0) AS credit, currency,
           count(*)::int AS things, sum(rows)::int AS rows, COALESCE(sum(round(abs(amount_micro) / 1000000.0)), 0)::bigint AS "amountMinor",
           min(at) FILTER (WHERE at <> to_timestamp(0)) AS "from", max(at) FILTER (WHERE at <> to_timestamp(0)) AS "to"
    FROM integrations.import_row
    WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId}
    GROUP BY 1, 2, 3 ORDER BY 3`.execute(tx.db);
  const states = { ...EMPTY };
  for (const group of counted) states[group.state] += group.things;
  const fresh = counted.filter((group) => group.state === 'new' && group.currency !== null);
  const sums = (credit: boolean) =>
    fresh
      .filter((group) => (group.credit ?? false) === credit)
      .map((group) => ({
        currency: group.currency as string,
        amountMinor: Number(group.amountMinor),
        count: group.things,
      }));
  const times = counted.filter((group) => group.state !== 'bad');
  return {
    rows,
    badRows: counted
      .filter(({ state }) => state === 'bad' || state === 'held')
      .reduce((sum, group) => sum + group.rows, 0),
    states,
    sales: sums(false),
    credits: sums(true),
    newClients: 0,
    unknownPartners: [],
    unknownPartnersCount: 0,
    from: edge(
      times.map((group) => group.from),
      Math.min,
    ),
    to: edge(
      times.map((group) => group.to),
      Math.max,
    ),
  };
}

function edge(times: readonly (Date | null)[], pick: (...values: number[]) => number): string | null {
  const known = times.flatMap((time) => (time === null ? [] : [time.getTime()]));
  return known.length === 0 ? null : new Date(pick(...known)).toISOString();
}

/** Partners that rows to be applied name, the most frequent first. */
export async function namedPartners(tx: Tx, importId: string): Promise<{ name: string; count: number }[]> {
  const { rows } = await sql<{ name: string; count: number }>`
    SELECT partner AS name, count(*)::int AS count FROM integrations.import_row
    WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId} AND state = 'new' AND partner IS NOT NULL
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5000`.execute(tx.db);
  return rows;
}

/** How many clients the sales to be applied speak of that nobody has written down yet. */
export async function countNewClients(tx: Tx, importId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM (
      SELECT DISTINCT client AS external_id FROM integrations.import_row
      WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId} AND state = 'new' AND client IS NOT NULL) named
    WHERE NOT EXISTS (SELECT FROM directory.v_client c
      WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.external_id = named.external_id)`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
