import { fault } from '../reading/record.ts';
import {
  bad,
  type BadRow,
  type Body,
  type CheckedRow,
  type Credit,
  type GoodRow,
  type InvoiceLine,
} from './row.ts';

/**
 * What is staged: one thing of the file. Lines of one invoice that stand together become one piece while the file
 * is read (525,461 lines of Online Retail II become 29,513); pieces that stand apart are joined in the database.
 */
export interface Piece {
  readonly fault: null;
  readonly line: number;
  readonly key: string;
  readonly at: number | null;
  readonly credit: Credit;
  readonly currency: string | null;
  readonly client: string | null;
  readonly partner: string | null;
  readonly body: Body;
  amountMicro: bigint | null;
  /** How many rows of the file it stands for. */
  rows: number;
  readonly lines: InvoiceLine[];
}

export type Staged = Piece | BadRow;

/** A piece longer than this is cut, so that an invoice without end cannot fill the memory. */
const LINES_MAX = 1_000;

export interface Folder {
  take(row: CheckedRow): void;
  /** Gives what is finished; with `all`, also the invoice still open. */
  drain(all: boolean): Staged[];
}

/** `grouped`: rows with the same key are lines of one invoice. */
export function fold(grouped: boolean): Folder {
  let ready: Staged[] = [];
  let open: Piece | null = null;

  function close(): void {
    if (open) ready.push(open);
    open = null;
  }

  return {
    take(row) {
      if (row.fault !== null) {
        ready.push(row);
        return;
      }
      if (!grouped) {
        ready.push(pieceOf(row));
        return;
      }
      if (open?.key === row.key && open.lines.length < LINES_MAX) {
        const odd = disagreement(open, row);
        if (odd) {
          ready.push(
            bad(
              row.line,
              fault('invoice_disagrees', { field: odd, first: open.line, number: row.key }),
              row.key,
            ),
          );
          return;
        }
        open.rows += 1;
        open.amountMicro = (open.amountMicro ?? 0n) + (row.amountMicro ?? 0n);
        if (row.detail) open.lines.push(row.detail);
        return;
      }
      close();
      open = pieceOf(row);
    },
    drain(all) {
      if (all) close();
      const drained = ready;
      ready = [];
      return drained;
    },
  };
}

function pieceOf(row: GoodRow): Piece {
  return {
    fault: null,
    line: row.line,
    key: row.key,
    at: row.at,
    credit: row.credit,
    currency: row.currency,
    client: row.client,
    partner: row.partner,
    body: row.body,
    amountMicro: row.amountMicro,
    rows: 1,
    lines: row.detail ? [row.detail] : [],
  };
}

/** Lines of one invoice are of one currency and one client; a sum over two would be nobody's. */
function disagreement(first: Piece, next: GoodRow): string | null {
  if (first.currency !== next.currency) return 'currency';
  return next.client !== null && first.client !== null && next.client !== first.client
    ? 'clientExternalId'
    : null;
}
