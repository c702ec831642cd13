import { useElementSize } from '@mantine/hooks';
import {
  Count,
  DataTable,
  LOCALE,
  useFormat,
  useLanguage,
  useWords,
  When,
  type AnswerOf,
  type Column,
  type Language,
} from '@mosty/ui-kit';
import { useId, useState } from 'react';
import type { getClickFigures } from '../contract.ts';
import classes from './clicks.module.css';

type Figures = AnswerOf<typeof getClickFigures>;
type Counted = Figures['columns'][number];

const HEIGHT = 180;
const TOP = 8;
const BOTTOM = 26;
/** Wide enough for «12 мая». */
const TICK_WIDTH = 76;

/** People by day, drawn by hand: one kind of bar needs no chart library. Machines are in the table behind it. */
export function ClickChart({ figures }: { figures: Figures }) {
  const t = useWords('tracking');
  const format = useFormat();
  const language = useLanguage();
  const titleId = useId();
  const { ref, width } = useElementSize();
  const [at, setAt] = useState<number | null>(null);
  const { columns, unit } = figures;
  const label = t(unit === 'day' ? 'clicks.chart' : 'clicks.chartMonths');
  const most = Math.max(1, ...columns.map(({ people }) => people));
  const step = width / Math.max(1, columns.length);
  const top = (people: number) => TOP + (1 - people / most) * (HEIGHT - TOP - BOTTOM);
  const every = Math.max(1, Math.ceil(columns.length / Math.max(2, Math.floor(width / TICK_WIDTH))));
  const shown = at === null ? null : columns[at];
  const say = (when: string) => format.when(when, unit === 'day' ? 'day' : 'month');
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption} id={titleId}>
        <span>{label}</span>
        {shown ? (
          <span aria-live="polite">
            {say(shown.at)}: <strong>{format.count(shown.people)}</strong>
          </span>
        ) : null}
      </figcaption>
      <div ref={ref} className={classes.canvas}>
        {width > 0 ? (
          <svg
            width={width}
            height={HEIGHT}
            role="img"
            tabIndex={0}
            aria-labelledby={titleId}
            aria-description={t('clicks.keys')}
            onPointerMove={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              setAt(Math.max(0, Math.min(columns.length - 1, Math.floor((event.clientX - box.left) / step))));
            }}
            onPointerLeave={() => setAt(null)}
            onBlur={() => setAt(null)}
            onKeyDown={(event) => {
              const moved = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
              if (moved === undefined) return;
              event.preventDefault();
              setAt(Math.max(0, Math.min(columns.length - 1, (at ?? columns.length) + moved)));
            }}
          >
            {columns.map((column, place) => (
              <rect
                key={column.at}
                className={classes.bar}
                data-dim={(at !== null && at !== place) || undefined}
                x={place * step + step * 0.14}
                width={Math.max(1, step * 0.72)}
                y={top(column.people)}
                height={HEIGHT - BOTTOM - top(column.people)}
              />
            ))}
            <line x1={0} x2={width} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className={classes.base} />
            {columns.map((column, place) =>
              // Counted from the end, so that the last one is always named.
              (columns.length - 1 - place) % every === 0 && place * step >= TICK_WIDTH / 2 ? (
                <text
                  key={column.at}
                  className={classes.tick}
                  x={place === columns.length - 1 ? width : (place + 0.5) * step}
                  y={HEIGHT - 8}
                  textAnchor={place === columns.length - 1 ? 'end' : 'middle'}
                >
                  {tick(column.at, unit, language)}
                </text>
              ) : null,
            )}
          </svg>
        ) : null}
      </div>
      <details className={classes.behind}>
        <summary>{t('clicks.behind')}</summary>
        <Behind label={label} columns={columns} unit={unit} />
      </details>
    </figure>
  );
}

function Behind({
  label,
  columns,
  unit,
}: {
  label: string;
  columns: readonly Counted[];
  unit: 'day' | 'month';
}) {
  const t = useWords('tracking');
  const figure = (id: 'people' | 'bots' | 'previews' | 'prefetches', title: string): Column<Counted> => ({
    id,
    title,
    align: 'right',
    narrow: 'line',
    cell: (row) => <Count value={row[id]} tone={row[id] === 0 ? 'dim' : 'plain'} />,
  });
  return (
    <DataTable
      label={label}
      rows={columns.toReversed()}
      rowKey={(row) => row.at}
      columns={[
        {
          id: 'at',
          title: t(unit === 'day' ? 'clicks.day' : 'clicks.month'),
          cell: (row) => <When value={row.at} />,
          narrow: 'title',
        },
        figure('people', t('clicks.human')),
        figure('bots', t('clicks.bots')),
        figure('previews', t('clicks.previews')),
        figure('prefetches', t('clicks.prefetches')),
      ]}
    />
  );
}

/** «12 мая», «ноя 26»: room for little under the axis. */
function tick(at: string, unit: 'day' | 'month', language: Language): string {
  const moment = new Date(unit === 'day' ? `${at}T00:00:00Z` : `${at}-01T00:00:00Z`);
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', ...options })
      .format(moment)
      .replace('.', '');
  return unit === 'day'
    ? say({ day: 'numeric', month: 'short' })
    : `${say({ month: 'short' })} ${at.slice(2, 4)}`;
}
