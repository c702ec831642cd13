import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import { writeTable, type Cell, type TableFile } from '@mosty/kernel/table-file';
import type { Measure } from '../domain/measure.ts';
import { rights } from '../policy/channel.ts';
import { measuresOfChannel, readChannel, type AskedWindow } from './read-channel.ts';

/** The page as a file: one line a number, each of one class, and no line of totals (S2.3). */
export function exportChannel(
  ctx: Context,
  asked: AskedWindow & { format: 'csv' | 'xlsx' },
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.export');
    const channel = await readChannel(tx, asked);
    const file: TableFile<Measure> = {
      name: `channel-${channel.window.from}`,
      columns: [
        { title: 'number', value: (measure) => measure.metric },
        { title: 'class', value: (measure) => measure.class },
        { title: 'value', value: (measure) => cellOf(measure, measure.value) },
        { title: 'before', value: (measure) => cellOf(measure, measure.before) },
        { title: 'unit', value: (measure) => measure.currency ?? measure.unit },
        { title: 'n', value: (measure) => measure.n },
        { title: 'of', value: (measure) => measure.of },
        { title: 'needed_n', value: (measure) => measure.neededN },
        { title: 'from', value: (measure) => measure.window.from },
        { title: 'to', value: (measure) => measure.window.to },
        { title: 'estimate', value: (measure) => (measure.estimate ? 'yes' : '') },
        { title: 'gaps', value: (measure) => measure.gaps.join(' ') },
      ],
      rows: measuresOfChannel(channel),
    };
    return writeTable(asked.format, file);
  });
}

/** Money in its own digits; a share as a fraction of one. */
function cellOf(measure: Measure, value: bigint | null): Cell {
  if (value === null) return null;
  if (measure.unit === 'money') return { minor: value, currency: measure.currency ?? '' };
  if (measure.unit === 'ppm') return Number(value) / 1_000_000;
  return value;
}
