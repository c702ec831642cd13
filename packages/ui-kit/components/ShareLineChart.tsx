import { useId, useState } from 'react';
import { useElementSize } from '@mantine/hooks';
import { formatPercent } from '../format/number.ts';
import { shortMonth } from '../format/months.ts';
import { formatWhen } from '../format/when.ts';
import { useLanguage, useWords } from '../language.ts';
import { DataTable } from './DataTable.tsx';
import { Percent } from './Percent.tsx';
import type { ShareLineProps, SharePoint } from './ShareLine.tsx';
import { When } from './When.tsx';
import classes from './ShareLineChart.module.css';

const HEIGHT = 240;
const TOP = 16;
const BOTTOM = 28;
const LEFT = 4;

/** Breaks the line where a month cannot be told: a gap is shown as a gap. */
function segmentsOf(
  points: readonly SharePoint[],
  x: (place: number) => number,
  y: (ppm: number) => number,
): string {
  let path = '';
  let broken = true;
  points.forEach(({ sharePpm }, place) => {
    if (sharePpm === null) {
      broken = true;
      return;
    }
    path += `${broken ? 'M' : 'L'}${x(place).toFixed(1)} ${y(sharePpm).toFixed(1)}`;
    broken = false;
  });
  return path;
}

/** Drawn by hand: one line, two marks and a hint need no chart library (119 KB gzip). */
export default function ShareLineChart({ points, label, marks }: ShareLineProps) {
  const t = useWords('kit');
  const language = useLanguage();
  const titleId = useId();
  const { ref, width } = useElementSize();
  const [at, setAt] = useState<number | null>(null);
  const levels = marks ?? [
    { ppm: 100_000, label: t('share.low') },
    { ppm: 300_000, label: t('share.high') },
  ];
  const right = 12;
  const inner = Math.max(1, width - LEFT - right);
  const highest = Math.max(
    ...points.map((point) => point.sharePpm ?? 0),
    ...levels.map((level) => level.ppm),
  );
  const ceiling = Math.ceil((highest * 1.1) / 50_000) * 50_000;
  const x = (place: number): number =>
    LEFT + (points.length < 2 ? inner / 2 : (place / (points.length - 1)) * inner);
  const y = (ppm: number): number => TOP + (1 - ppm / ceiling) * (HEIGHT - TOP - BOTTOM);
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(width / 92))));
  const month = (value: string): string => formatWhen(value, 'month', language, 'UTC');
  const shown = at === null ? points.length - 1 : at;
  const current = points[shown];

  const pointAt = (clientX: number, box: DOMRect): void => {
    const place = Math.round(((clientX - box.left - LEFT) / inner) * (points.length - 1));
    setAt(Math.max(0, Math.min(points.length - 1, place)));
  };

  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption} id={titleId}>
        <span>{label}</span>
        {current ? (
          <span className={classes.current} aria-live="polite">
            {month(current.month)}:{' '}
            <strong>
              {current.sharePpm === null ? t('share.unknown') : formatPercent(current.sharePpm, language)}
            </strong>
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
            aria-description={t('share.keys')}
            onPointerMove={(event) => pointAt(event.clientX, event.currentTarget.getBoundingClientRect())}
            onPointerLeave={() => setAt(null)}
            onBlur={() => setAt(null)}
            onKeyDown={(event) => {
              const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
              if (step === undefined) return;
              event.preventDefault();
              setAt(Math.max(0, Math.min(points.length - 1, shown + step)));
            }}
          >
            <line x1={LEFT} x2={width - right} y1={y(0)} y2={y(0)} className={classes.base} />
            {levels.map((level) => (
              <line
                key={level.ppm}
                x1={LEFT}
                x2={width - right}
                y1={y(level.ppm)}
                y2={y(level.ppm)}
                className={classes.mark}
              />
            ))}
            {points.map((point, place) => {
              // Counted from the end, so that the last month is always named.
              const fromEnd = points.length - 1 - place;
              if (fromEnd % every !== 0 || (place !== 0 && x(place) < 36)) return null;
              return (
                <text
                  key={point.month}
                  x={x(place)}
                  y={HEIGHT - 8}
                  textAnchor={fromEnd === 0 ? 'end' : place === 0 ? 'start' : 'middle'}
                  className={classes.tick}
                >
                  {shortMonth(point.month, language)}
                </text>
              );
            })}
            <path d={segmentsOf(points, x, y)} className={classes.line} />
            {levels.map((level) => (
              <text key={level.ppm} x={LEFT} y={y(level.ppm) - 6} className={classes.markText}>
                {formatPercent(level.ppm, language, { digits: 0 })}: {level.label}
              </text>
            ))}
            {current && current.sharePpm !== null ? (
              <>
                {at === null ? null : (
                  <line x1={x(shown)} x2={x(shown)} y1={TOP} y2={y(0)} className={classes.cursor} />
                )}
                <circle cx={x(shown)} cy={y(current.sharePpm)} r={4.5} className={classes.dot} />
              </>
            ) : null}
          </svg>
        ) : null}
      </div>
      <details className={classes.behind}>
        <summary>{t('share.table')}</summary>
        <DataTable
          label={label}
          rows={[...points].reverse()}
          rowKey={(point) => point.month}
          columns={[
            { id: 'month', title: t('share.month'), cell: (point) => <When value={point.month} /> },
            {
              id: 'share',
              title: t('share.share'),
              align: 'right',
              narrow: 'value',
              cell: (point) =>
                point.sharePpm === null ? t('share.unknown') : <Percent ppm={point.sharePpm} />,
            },
          ]}
        />
      </details>
    </figure>
  );
}
