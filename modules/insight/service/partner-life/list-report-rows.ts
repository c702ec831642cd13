import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, type FileAnswer, type Place } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import type { Wish } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import type { Report } from '../../contract/partner-life.ts';
import { windowOfRows } from '../../domain/partner-life/windows.ts';
import { rights } from '../../policy/channel.ts';
import { withHashJoins } from '../../store/hash-joins.ts';
import { selectRows } from '../../store/number-rows.ts';
import { sourceOf } from '../../store/partner-life/report-rows.ts';
import { EXPORT_ROWS_MAX, writeRows } from '../write-rows.ts';

export interface AskedReportRows {
  readonly report: Report;
  readonly part: string;
  readonly class: ReportingClass;
}

/**
 * Partners or clients behind a number of a report, the largest figure first.
 * @throws insight.no_such_number, request.cursor_malformed
 */
export function listReportRows(
  ctx: Context,
  asked: AskedReportRows & { cursor?: string | undefined; limit: number },
) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    const rows = await rowsOf(tx, asked, decodeCursor(asked.cursor), asked.limit + 1);
    return pageFrom(rows, asked.limit, (row) => ({ value: row.sort, id: row.id }));
  });
}

/** The same rows as a file. */
export function exportReportRows(ctx: Context, asked: AskedReportRows & Wish): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.export');
    const name = [asked.report, asked.part.replace(':', '-'), asked.class].join('-');
    return writeRows(tx, asked, name, await rowsOf(tx, asked, null, EXPORT_ROWS_MAX));
  });
}

function rowsOf(tx: Tx, asked: AskedReportRows, after: Place | null, limit: number) {
  const today = businessDateOf(tx.now(), tx.zone);
  const source =
    sourceOf({ ...asked, today }) ??
    refuse('not_found', 'insight.no_such_number', { metric: asked.report, class: asked.class });
  const filter = {
    class: asked.class,
    window: windowOfRows(asked.report, today),
    currency: tx.currency,
    partnerId: null,
  };
  return withHashJoins(tx, () => selectRows(tx, [source], filter, after, limit));
}
