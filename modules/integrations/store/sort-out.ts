import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { MICRO_MAX } from '../domain/cells/amount.ts';
import { CONTENT_KEY } from '../domain/rows/content-key.ts';

/**
 * Sorting out goes over all rows of a file at once: room to sort in memory, and time. No nested loops: statistics
 * know nothing of an import that has just been laid down, it is taken for one row, and a join of 200,000 with
 * themselves has been seen to run for ten minutes.
 */
export async function planForBulk(tx: Tx): Promise<void> {
  await sql`SET LOCAL enable_nestloop = off`.execute(tx.db);
  await sql`SET LOCAL work_mem = '64MB'`.execute(tx.db);
  await sql`SET LOCAL statement_timeout = '20min'`.execute(tx.db);
}

const mine = (tx: Tx, importId: string, alias = 'r') =>
  sql`${sql.ref(`${alias}.workspace_id`)} = ${tx.workspaceId}::uuid AND ${sql.ref(`${alias}.import_id`)} = ${importId}`;

/** Pieces of one invoice that stood apart become one; the first row says whose it is and when (S: first line). */
export async function joinPieces(tx: Tx, importId: string): Promise<void> {
  await sql`
    WITH pieces AS MATERIALIZED (
      SELECT r.line, r.rows, r.key, r.amount_micro, r.lines, r.currency, r.client, min(r.line) OVER (PARTITION BY r.key) AS head
      FROM integrations.import_row r
      WHERE ${mine(tx, importId)} AND r.state = 'new' AND r.key IN (
        SELECT k.key FROM integrations.import_row k WHERE ${mine(tx, importId, 'k')} AND k.state = 'new'
        GROUP BY k.key HAVING count(*) > 1)
    ), whole AS (
      SELECT head, key, sum(rows)::int AS rows, sum(amount_micro) AS amount,
             jsonb_path_query_array(jsonb_agg(lines::jsonb ORDER BY line), '$[*][*]')::json AS lines,
             count(DISTINCT currency) > 1 OR count(DISTINCT client) > 1 AS disagrees
      FROM pieces GROUP BY head, key
    ), joined AS (
      UPDATE integrations.import_row r SET
        rows = w.rows, lines = w.lines,
        amount_micro = CASE WHEN abs(w.amount) <= ${MICRO_MAX} THEN w.amount::bigint END,
        state = CASE WHEN w.disagrees OR abs(w.amount) > ${MICRO_MAX} THEN 'bad' ELSE 'new' END,
        error_code = CASE WHEN w.disagrees THEN 'integrations.invoice_disagrees'
                          WHEN abs(w.amount) > ${MICRO_MAX} THEN 'integrations.amount_too_large' END,
        error_params = CASE WHEN w.disagrees OR abs(w.amount) > ${MICRO_MAX} THEN json_build_object('number', w.key) END
      FROM whole w WHERE ${mine(tx, importId)} AND r.line = w.head
    )
    DELETE FROM integrations.import_row r USING pieces p
    WHERE ${mine(tx, importId)} AND r.line = p.line AND p.line <> p.head`.execute(tx.db);
}

/** An invoice one of whose lines cannot be read would be counted short. */
export async function holdInvoices(tx: Tx, importId: string): Promise<void> {
  await sql`
    UPDATE integrations.import_row r SET state = 'held', error_code = 'integrations.invoice_has_bad_line',
      error_params = json_build_object('number', r.key, 'line', b.line)
    FROM (SELECT x.key, min(x.line) AS line FROM integrations.import_row x
          WHERE ${mine(tx, importId, 'x')} AND x.state = 'bad' AND x.key IS NOT NULL GROUP BY x.key) b
    WHERE ${mine(tx, importId)} AND r.state = 'new' AND r.key = b.key`.execute(tx.db);
}

/** The same number twice where rows are not lines of an invoice. Equal rows without numbers are told apart by count. */
export async function refuseRepeats(tx: Tx, importId: string): Promise<void> {
  await sql`
    WITH again AS MATERIALIZED (
      SELECT r.line, r.key, row_number() OVER (PARTITION BY r.key ORDER BY r.line) AS nth,
             min(r.line) OVER (PARTITION BY r.key) AS first
      FROM integrations.import_row r
      WHERE ${mine(tx, importId)} AND r.state = 'new' AND r.key IN (
        SELECT k.key FROM integrations.import_row k WHERE ${mine(tx, importId, 'k')} AND k.state = 'new'
        GROUP BY k.key HAVING count(*) > 1)
    )
    UPDATE integrations.import_row r SET
      key = CASE WHEN starts_with(r.key, ${CONTENT_KEY}) THEN r.key || '#' || a.nth ELSE r.key END,
      state = CASE WHEN starts_with(r.key, ${CONTENT_KEY}) THEN 'new' ELSE 'bad' END,
      error_code = CASE WHEN starts_with(r.key, ${CONTENT_KEY}) THEN NULL ELSE 'integrations.number_repeated' END,
      error_params = CASE WHEN starts_with(r.key, ${CONTENT_KEY}) THEN NULL
                          ELSE json_build_object('number', r.key, 'first', a.first) END
    FROM again a WHERE ${mine(tx, importId)} AND r.line = a.line AND a.nth > 1`.execute(tx.db);
}

/** A sale below zero is a return that no rule recognised; a credit note of the wrong sign is a question. */
export async function refuseSigns(
  tx: Tx,
  importId: string,
  creditSign: 'any' | 'negative' | 'positive',
): Promise<void> {
  await sql`
    UPDATE integrations.import_row r SET state = 'bad', error_params = json_build_object('number', r.key),
      error_code = CASE WHEN r.credit = 'no' THEN 'integrations.sale_below_zero'
                        WHEN r.amount_micro > 0 THEN 'integrations.credit_above_zero'
                        ELSE 'integrations.credit_below_zero' END
    WHERE ${mine(tx, importId)} AND r.state = 'new' AND (
      (r.credit = 'no' AND r.amount_micro < 0)
      OR (r.credit = 'yes' AND ${creditSign} = 'negative' AND r.amount_micro > 0)
      OR (r.credit = 'yes' AND ${creditSign} = 'positive' AND r.amount_micro < 0))`.execute(tx.db);
}

/** VAT lies within its invoice: beyond it, or of the other sign, it would make the base of what is earned lie. */
export async function refuseVat(tx: Tx, importId: string): Promise<void> {
  await sql`
    UPDATE integrations.import_row r SET state = 'bad', error_code = 'integrations.vat_beyond_amount',
      error_params = json_build_object('number', r.key)
    FROM (
      SELECT x.line, (SELECT sum((l->>'v')::numeric) FROM json_array_elements(x.lines) l) AS vat
      FROM integrations.import_row x WHERE ${mine(tx, importId, 'x')} AND x.state = 'new' AND x.lines IS NOT NULL
    ) v
    WHERE ${mine(tx, importId)} AND r.line = v.line
      AND (abs(v.vat) > abs(r.amount_micro) OR sign(v.vat) = -sign(r.amount_micro) AND v.vat <> 0)`.execute(
    tx.db,
  );
}

/** Sales and refunds that are recorded already, with the same amount or with another. */
export async function findKnown(tx: Tx, importId: string, source: string): Promise<void> {
  for (const [view, isCredit] of [
    ['deals.v_sale', false],
    ['deals.v_refund', true],
  ] as const) {
    await sql`
      UPDATE integrations.import_row r SET
        state = CASE WHEN k.same THEN 'known' ELSE 'differs' END,
        error_code = CASE WHEN k.same THEN NULL ELSE 'integrations.recorded_otherwise' END,
        error_params = CASE WHEN k.same THEN NULL ELSE json_build_object('number', r.key, 'currency', k.currency,
          'wasMinor', k.amount_minor, 'nowMinor', round(abs(r.amount_micro) / 1000000.0)::bigint) END
      FROM (
        SELECT x.line, s.currency, s.amount_minor,
               s.amount_micro = abs(x.amount_micro) AND s.currency = x.currency AS same
        FROM integrations.import_row x
        JOIN ${sql.table(view)} s ON s.workspace_id = x.workspace_id AND s.source = ${source} AND s.external_id = x.key
        WHERE ${mine(tx, importId, 'x')} AND x.state = 'new'
          AND (x.credit = 'yes' OR (x.credit = 'by_total' AND x.amount_micro < 0)) = ${isCredit}
      ) k
      WHERE ${mine(tx, importId)} AND r.line = k.line`.execute(tx.db);
  }
}
