import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { RowState } from '../contract/import.ts';
import type { LineJson } from './stage.ts';

export interface ImportRow {
  readonly line: number;
  readonly rows: number;
  readonly key: string | null;
  readonly at: Date;
  readonly amountMicro: bigint | null;
  /** A credit note rather than a sale. */
  readonly credit: boolean;
  readonly currency: string | null;
  readonly client: string | null;
  readonly partner: string | null;
  readonly body: Readonly<Record<string, string>> | null;
  readonly lines: readonly LineJson[] | null;
  readonly state: RowState;
  readonly errorCode: string | null;
  readonly errorParams: Readonly<Record<string, unknown>> | null;
}

const COLUMNS = sql`
  line, rows, key, at, amount_micro AS "amountMicro",
  COALESCE(credit = 'yes' OR (credit = 'by_total' AND amount_micro < 0), false) AS credit,
  currency, client, partner, body, lines, state, error_code AS "errorCode", error_params AS "errorParams"`;

/**
 * Rows of the file that one batch may stand for: a batch of long invoices is shorter. Each of the forty statements of a
 * batch has a price of its own; with 5,000 rows a batch of invoices of eighteen lines was only 275 of them.
 */
const FILE_ROWS_MAX = 20_000;

/**
 * What is to be applied next, in order of time and then of the file: so many things, or fewer if they are long.
 * By the primary key and never sorted: the planner takes an import for a two-hundredth of what it is and then sorts all
 * that is left of it for each batch (up to 50 ms with 40,000 rows; more with longer files, by its plan).
 */
export async function rowsToApply(
  tx: Tx,
  importId: string,
  after: { at: Date; line: number } | null,
  limit: number,
): Promise<ImportRow[]> {
  await sql`SET LOCAL enable_sort = off`.execute(tx.db);
  const { rows } = await sql<ImportRow>`
    SELECT ${COLUMNS} FROM (
      SELECT *, sum(rows) OVER (ORDER BY at, line ROWS UNBOUNDED PRECEDING) - rows AS rows_before
      FROM integrations.import_row
      WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId} AND state IN ('new', 'changed')
        AND (at, line) > (${after?.at ?? new Date(0)}::timestamptz, ${after?.line ?? -1}::int)
      ORDER BY at, line LIMIT ${limit}
    ) AS next WHERE rows_before < ${FILE_ROWS_MAX} ORDER BY at, line`.execute(tx.db);
  await sql`SET LOCAL enable_sort = on`.execute(tx.db);
  return rows;
}

/** Rows with an error, by line. */
export async function errorRows(
  tx: Tx,
  importId: string,
  after: number,
  limit: number,
): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    SELECT ${COLUMNS} FROM integrations.import_row
    WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId} AND error_code IS NOT NULL AND line > ${after}
    ORDER BY line LIMIT ${limit}`.execute(tx.db);
  return rows;
}

/** Rows of a file in the order of applying: all, or those of one state. */
export async function listRows(
  tx: Tx,
  importId: string,
  filter: { state: RowState | null; after: { at: Date; line: number } | null; limit: number },
): Promise<ImportRow[]> {
  const { state, after } = filter;
  const { rows } = await sql<ImportRow>`
    SELECT ${COLUMNS} FROM integrations.import_row
    WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId}
      AND (at, line) > (${after?.at ?? new Date(0)}::timestamptz, ${after?.line ?? -1}::int)
      ${state ? sql`AND state = ${state}` : sql``}
    ORDER BY at, line LIMIT ${filter.limit}`.execute(tx.db);
  return rows;
}

export interface RowVerdict {
  readonly at: Date;
  readonly line: number;
  readonly state: RowState;
  readonly errorCode: string | null;
  readonly errorParams: Readonly<Record<string, unknown>> | null;
  readonly made: string | null;
}

/** What became of a row. */
export function verdictOf(
  { at, line }: Pick<ImportRow, 'at' | 'line'>,
  state: RowState,
  more: { error?: { code: string; params: Readonly<Record<string, unknown>> }; made?: string } = {},
): RowVerdict {
  return {
    at,
    line,
    state,
    errorCode: more.error?.code ?? null,
    errorParams: more.error?.params ?? null,
    made: more.made ?? null,
  };
}

export async function writeVerdicts(
  tx: Tx,
  importId: string,
  verdicts: readonly RowVerdict[],
): Promise<void> {
  if (verdicts.length === 0) return;
  await sql`
    UPDATE integrations.import_row r SET state = v.state, error_code = v."errorCode", error_params = v."errorParams",
      made = COALESCE(v.made, r.made)
    FROM jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb)
      AS v(at timestamptz, line int, state text, "errorCode" text, "errorParams" json, made text)
    WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.import_id = ${importId} AND r.at = v.at AND r.line = v.line`.execute(
    tx.db,
  );
}

/** Ids that rows of the import created, for an undo. */
export async function madeByImport(
  tx: Tx,
  importId: string,
  after: number,
  limit: number,
): Promise<{ line: number; made: string }[]> {
  const { rows } = await sql<{ line: number; made: string }>`
    SELECT line, made FROM integrations.import_row
    WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId} AND made IS NOT NULL AND line > ${after}
    ORDER BY line LIMIT ${limit}`.execute(tx.db);
  return rows;
}
