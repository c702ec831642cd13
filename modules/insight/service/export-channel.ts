import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import {
  dayCell,
  said,
  saidList,
  writeTable,
  type Cell,
  type Said,
  type TableFile,
  type Wish,
} from '@mosty/kernel/table-file';
import type { Unit } from '../contract/measure.ts';
import type { Measure } from '../domain/measure.ts';
import { rights } from '../policy/channel.ts';
import { words } from '../ui/words.ts';
import { measuresOfChannel, readChannel, type AskedWindow } from './read-channel.ts';

const UNITS: Readonly<Record<Unit, Said>> = {
  money: { ru: 'деньги', en: 'money' },
  ppm: { ru: 'доля', en: 'share' },
  days: { ru: 'дни', en: 'days' },
  months: { ru: 'месяцы', en: 'months' },
  count: { ru: 'штуки', en: 'count' },
};

/** The page as a file: one line a number, each of one class, and no line of totals (S2.3). */
export function exportChannel(ctx: Context, asked: AskedWindow & Wish): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.export');
    const channel = await readChannel(tx, asked);
    const file: TableFile<Measure> = {
      name: `channel-${channel.window.from}`,
      columns: [
        {
          title: { ru: 'Показатель', en: 'Number' },
          value: (measure) => said(measure.metric, { ru: words.ru.metric, en: words.en.metric }),
        },
        {
          title: { ru: 'Класс учёта', en: 'Reporting class' },
          value: (measure) => said(measure.class, { ru: words.ru.book, en: words.en.book }),
        },
        { title: { ru: 'Значение', en: 'Value' }, value: (measure) => cellOf(measure, measure.value) },
        {
          title: { ru: 'Периодом раньше', en: 'Period before' },
          value: (measure) => cellOf(measure, measure.before),
        },
        { title: { ru: 'Единица', en: 'Unit' }, value: (measure) => measure.currency ?? UNITS[measure.unit] },
        { title: { ru: 'Строк', en: 'Rows' }, value: (measure) => measure.n },
        { title: { ru: 'Из', en: 'Out of' }, value: (measure) => measure.of },
        { title: { ru: 'Нужно строк', en: 'Rows needed' }, value: (measure) => measure.neededN },
        { title: { ru: 'С', en: 'From' }, value: (measure) => dayCell(measure.window.from) },
        {
          title: { ru: 'До (не включая)', en: 'To (exclusive)' },
          value: (measure) => dayCell(measure.window.to),
        },
        {
          title: { ru: 'Оценка', en: 'Estimate' },
          value: (measure) => (measure.estimate ? { ru: 'да', en: 'yes' } : null),
        },
        {
          title: { ru: 'Чего не хватает', en: 'Gaps' },
          value: (measure) =>
            saidList(
              measure.gaps.map((gap) => said(gap, { ru: words.ru.gap, en: words.en.gap })),
              ' ',
            ),
        },
      ],
      rows: measuresOfChannel(channel),
    };
    return writeTable(asked, file);
  });
}

/** Money in its own digits; a share as a fraction of one. */
function cellOf(measure: Measure, value: bigint | null): Cell {
  if (value === null) return null;
  if (measure.unit === 'money') return { minor: value, currency: measure.currency ?? '' };
  if (measure.unit === 'ppm') return Number(value) / 1_000_000;
  return value;
}
