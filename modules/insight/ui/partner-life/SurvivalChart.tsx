import { useFormat, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import type { Curve } from '../../contract/partner-life.ts';
import { Chart, Key } from './Chart.tsx';
import classes from './partner-life.module.css';

const FRAME = { height: 280, left: 44, right: 12, top: 12, bottom: 34 };
const SHARES = [0, 250_000, 500_000, 750_000, 1_000_000];
const MONTH_DAYS = 30;

/** Curves as steps: between two points nobody is known to have stopped. Each has a stroke of its own. */
export function SurvivalChart({ curves }: { readonly curves: readonly Curve[] }) {
  const t = useWords('insight-partner-life');
  const format = useFormat();
  const [at, setAt] = useState<number | null>(null);
  const last = Math.max(MONTH_DAYS, ...curves.map(({ points }) => points.at(-1)?.day ?? 0));
  const steps = last / MONTH_DAYS;
  const shown = Math.min(at ?? 6, steps);
  return (
    <Chart
      title={t('survival.chart')}
      name="survival"
      height={FRAME.height}
      legend={
        <>
          <strong>{t('days', { count: shown * MONTH_DAYS })}</strong>
          {curves.map((curve) => {
            const point = curve.points.find(({ day }) => day === shown * MONTH_DAYS);
            return (
              <Key key={curve.of} look={curve.of}>
                {t(`survival.of.${curve.of}`)}{' '}
                {point
                  ? `${format.percent(point.goOnPpm, { digits: 0 })} (${point.atRisk} ${t('survival.atRisk')})`
                  : t('fewShort')}
              </Key>
            );
          })}
        </>
      }
    >
      {(width) => {
        const inner = Math.max(1, width - FRAME.left - FRAME.right);
        const x = (day: number) => FRAME.left + (day / last) * inner;
        const y = (ppm: number) =>
          FRAME.top + (1 - ppm / 1_000_000) * (FRAME.height - FRAME.top - FRAME.bottom);
        const every = Math.max(1, Math.ceil(steps / Math.max(2, Math.floor(inner / 70))));
        return (
          <g
            onPointerMove={(event) => {
              const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
              if (!box) return;
              const day = ((event.clientX - box.left - FRAME.left) / inner) * last;
              setAt(Math.max(0, Math.min(steps, Math.round(day / MONTH_DAYS))));
            }}
            onPointerLeave={() => setAt(null)}
          >
            <rect width={width} height={FRAME.height} fill="none" pointerEvents="all" />
            {SHARES.map((ppm) => (
              <g key={ppm}>
                <line
                  x1={FRAME.left}
                  x2={width - FRAME.right}
                  y1={y(ppm)}
                  y2={y(ppm)}
                  className={ppm === 0 ? classes.ground : classes.grid}
                />
                <text x={FRAME.left - 8} y={y(ppm) + 4} textAnchor="end" className={classes.tick}>
                  {format.percent(ppm, { digits: 0 })}
                </text>
              </g>
            ))}
            {Array.from({ length: steps + 1 }, (_none, month) =>
              month % every === 0 ? (
                <text
                  key={month}
                  x={x(month * MONTH_DAYS)}
                  y={FRAME.height - 16}
                  textAnchor="middle"
                  className={classes.tick}
                >
                  {month}
                </text>
              ) : null,
            )}
            <text x={width - FRAME.right} y={FRAME.height - 2} textAnchor="end" className={classes.axis}>
              {t('survival.axis')}
            </text>
            <line
              x1={x(shown * MONTH_DAYS)}
              x2={x(shown * MONTH_DAYS)}
              y1={FRAME.top}
              y2={y(0)}
              className={classes.cursor}
            />
            {curves.toReversed().map(({ of, points }) => (
              <path
                key={of}
                className={classes.line}
                data-look={of}
                d={points
                  .map(({ day, goOnPpm }, place) =>
                    place === 0
                      ? `M${x(day)} ${y(goOnPpm)}`
                      : `H${x(day).toFixed(1)}V${y(goOnPpm).toFixed(1)}`,
                  )
                  .join('')}
              />
            ))}
          </g>
        );
      }}
    </Chart>
  );
}
