import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import type { Wish } from '@mosty/kernel/table-file';
import { rights } from '../policy/channel.ts';
import { findMeasure, rowsBehind, type AskedNumber } from './open-number.ts';
import { EXPORT_ROWS_MAX, writeRows } from './write-rows.ts';

/** The rows behind a number as a file, each with its class; there is no line of totals (S2.3). */
export function exportNumber(ctx: Context, asked: AskedNumber & Wish): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.export');
    const measure = await findMeasure(tx, asked);
    const rows = await rowsBehind(tx, measure, asked, null, EXPORT_ROWS_MAX);
    const name = [measure.metric, measure.class, measure.window.from].filter(Boolean).join('-');
    return writeRows(tx, asked, name, rows);
  });
}
