import { useElementSize } from '@mantine/hooks';
import { DataTable, formatMoney, Money, useFormat, useLanguage, useWords, type Column } from '@mosty/ui-kit';
import { useState } from 'react';
import type { Compared } from './Comparison.tsx';
import classes from './incentives.module.css';

const HEIGHT = 280;
const TOP = 12;
const BOTTOM = 28;
const LEFT = 8;
const RIGHT = 12;

/**
 * Costs of up to three schemes over sales, with the points where they meet. Drawn by hand: a few lines need no chart
 * library. Lines differ by their dashes, so they are told apart in grey too; the same figures stand in a table below.
 */
export default function BreakEvenChart({ compared }: { compared: Compared }) {
  const t = useWords('incentives');
  const format = useFormat();
  const language = useLanguage();
  const { ref, width } = useElementSize();
  const { currency, schemes, curve, meetings } = compared;
  const [at, setAt] = useState<number | null>(null);
  const most = curve.at(-1)?.volumeMinor ?? 1;
  const dearest = Math.max(1, ...curve.flatMap((point) => point.costsMinor));
  const x = (volume: number) => LEFT + (volume / most) * Math.max(1, width - LEFT - RIGHT);
  const y = (cost: number) => TOP + (1 - cost / (dearest * 1.08)) * (HEIGHT - TOP - BOTTOM);
  const short = (minor: number) => formatMoney(minor, currency, language, { precision: 'short' });
  const shown = at === null ? null : curve[at];
  const path = (place: number) =>
    curve
      .map(
        (point, step) =>
          `${step === 0 ? 'M' : 'L'}${x(point.volumeMinor).toFixed(1)} ${y(point.costsMinor[place] ?? 0).toFixed(1)}`,
      )
      .join('');
  const columns: readonly Column<Compared['curve'][number]>[] = [
    {
      id: 'sales',
      title: t('calculator.sales'),
      cell: (point) => <Money minor={point.volumeMinor} currency={currency} />,
    },
    ...schemes.map(
      (scheme, place): Column<Compared['curve'][number]> => ({
        id: `s${place}`,
        title: scheme.name,
        cell: (point) => <Money minor={point.costsMinor[place] ?? 0} currency={currency} />,
        align: 'right',
        narrow: 'line',
      }),
    ),
  ];
  return (
    <figure style={{ margin: 0 }}>
      <ul className={classes.legend} aria-live="polite">
        {schemes.map((scheme, place) => (
          <li key={`${place} ${scheme.name}`}>
            <svg width={28} height={8} aria-hidden="true">
              <line x1={0} x2={28} y1={4} y2={4} className={classes.curve} data-place={place} />
            </svg>
            {scheme.name}
            {shown ? `: ${format.money(shown.costsMinor[place] ?? 0, { currency })}` : null}
          </li>
        ))}
        {shown ? (
          <li>{`${t('calculator.sales')}: ${format.money(shown.volumeMinor, { currency })}`}</li>
        ) : null}
      </ul>
      <div ref={ref} className={classes.chart}>
        {width > 0 ? (
          <svg
            width={width}
            height={HEIGHT}
            role="img"
            tabIndex={0}
            aria-label={t('calculator.chart')}
            aria-description={t('calculator.chartKeys')}
            onPointerMove={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              const share = (event.clientX - box.left - LEFT) / Math.max(1, width - LEFT - RIGHT);
              setAt(Math.max(0, Math.min(curve.length - 1, Math.round(share * (curve.length - 1)))));
            }}
            onPointerLeave={() => setAt(null)}
            onBlur={() => setAt(null)}
            onKeyDown={(event) => {
              const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
              if (step === undefined) return;
              event.preventDefault();
              setAt(Math.max(0, Math.min(curve.length - 1, (at ?? 0) + step)));
            }}
          >
            {[0.5, 1].map((share) => (
              <g key={share}>
                <line
                  x1={LEFT}
                  x2={width - RIGHT}
                  y1={y(dearest * share)}
                  y2={y(dearest * share)}
                  className={classes.grid}
                />
                <text x={LEFT} y={y(dearest * share) - 5} className={classes.tick}>
                  {short(Math.round(dearest * share))}
                </text>
              </g>
            ))}
            <line x1={LEFT} x2={width - RIGHT} y1={y(0)} y2={y(0)} className={classes.axis} />
            {[0, 0.5, 1].map((share) => (
              <text
                key={share}
                x={x(most * share)}
                y={HEIGHT - 8}
                textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
                className={classes.tick}
              >
                {short(Math.round(most * share))}
              </text>
            ))}
            {schemes.map((scheme, place) => (
              <path
                key={`${place} ${scheme.name}`}
                d={path(place)}
                className={classes.curve}
                data-place={place}
              />
            ))}
            {shown ? (
              <line
                x1={x(shown.volumeMinor)}
                x2={x(shown.volumeMinor)}
                y1={TOP}
                y2={y(0)}
                className={classes.cursor}
              />
            ) : null}
            {meetings.map((met) => (
              <circle
                key={`${met.a} ${met.b}`}
                cx={x(met.volumeMinor)}
                cy={y(met.costMinor)}
                r={5}
                className={classes.meeting}
              />
            ))}
          </svg>
        ) : null}
      </div>
      <details className={classes.behind}>
        <summary>{t('calculator.chartTable')}</summary>
        <DataTable
          label={t('calculator.chart')}
          columns={columns}
          rows={curve}
          rowKey={(point) => String(point.volumeMinor)}
        />
      </details>
    </figure>
  );
}
