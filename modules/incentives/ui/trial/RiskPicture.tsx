import { useElementSize } from '@mantine/hooks';
import {
  ChartPng,
  DataTable,
  formatMoney,
  Money,
  useFormat,
  useLanguage,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import { useRef, useState } from 'react';
import { WAYS, type Risk } from './risk-answer.ts';
import classes from './trial.module.css';

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 28;
const SIDE = 8;

/**
 * How often each sum came up, one way filled, the other in outline: told apart in grey too. Drawn by hand, as the curves of
 * the calculator are; the same figures stand in a table below.
 */
export default function RiskPicture({ risk }: { risk: Risk }) {
  const t = useWords('incentives-trial');
  const format = useFormat();
  const language = useLanguage();
  const { ref, width } = useElementSize();
  const drawing = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const { bars, currency } = risk;
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return null;
  const span = Math.max(1, last.toMinor - first.fromMinor);
  const x = (minor: number) => SIDE + ((minor - first.fromMinor) / span) * Math.max(1, width - 2 * SIDE);
  const most = Math.max(1, ...bars.flatMap(({ runs }) => [runs.hybrid, runs.flat]));
  const tall = (count: number) => (count / most) * (HEIGHT - TOP - BOTTOM);
  const short = (minor: number) => formatMoney(minor, currency, language, { precision: 'short' });
  const money = (minor: number) => format.money(minor, { currency, precision: 'whole' });
  const shown = at === null ? null : bars[at];
  const step = Math.max(1, width - 2 * SIDE) / bars.length;
  const ground = HEIGHT - BOTTOM;
  const columns: readonly Column<Risk['bars'][number]>[] = [
    {
      id: 'sum',
      title: t('risk.sum'),
      cell: (bar) => (
        <>
          <Money minor={bar.fromMinor} currency={currency} precision="whole" /> –{' '}
          <Money minor={bar.toMinor} currency={currency} precision="whole" />
        </>
      ),
    },
    ...WAYS.map(
      (way): Column<Risk['bars'][number]> => ({
        id: way,
        title: t(`risk.${way}`),
        align: 'right',
        narrow: 'line',
        cell: ({ runs }) => format.count(runs[way]),
      }),
    ),
  ];
  return (
    <figure className={classes.picture}>
      <ul className={classes.legend} aria-live="polite">
        {WAYS.map((way) => (
          <li key={way}>
            <svg width={14} height={12} aria-hidden="true">
              <rect x={1} y={1} width={12} height={10} className={classes[way]} />
            </svg>
            {t(`risk.${way}`)}
          </li>
        ))}
        {shown ? (
          <li>
            {t('risk.bar', {
              from: money(shown.fromMinor),
              to: money(shown.toMinor),
              hybrid: format.count(shown.runs.hybrid),
              flat: format.count(shown.runs.flat),
            })}
          </li>
        ) : null}
      </ul>
      <div ref={drawing}>
        <div ref={ref} className={classes.picture}>
          {width > 0 ? (
            <svg
              width={width}
              height={HEIGHT}
              role="img"
              tabIndex={0}
              aria-label={t('risk.picture')}
              aria-description={t('risk.keys')}
              onPointerMove={(event) => {
                const box = event.currentTarget.getBoundingClientRect();
                const place = Math.floor((event.clientX - box.left - SIDE) / step);
                setAt(Math.max(0, Math.min(bars.length - 1, place)));
              }}
              onPointerLeave={() => setAt(null)}
              onBlur={() => setAt(null)}
              onKeyDown={(event) => {
                const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
                if (by === undefined) return;
                event.preventDefault();
                setAt(Math.max(0, Math.min(bars.length - 1, (at ?? 0) + by)));
              }}
            >
              {bars.map(({ fromMinor, runs }, place) => (
                <g key={fromMinor}>
                  {WAYS.map((way, side) => (
                    <rect
                      key={way}
                      x={SIDE + place * step + side * (step / 2) + 1}
                      y={ground - tall(runs[way])}
                      width={Math.max(1, step / 2 - 2)}
                      height={tall(runs[way])}
                      className={runs[way] > 0 ? classes[way] : ''}
                      fillOpacity={runs[way] > 0 ? 1 : 0}
                    />
                  ))}
                </g>
              ))}
              <line x1={SIDE} x2={width - SIDE} y1={ground} y2={ground} className={classes.axis} />
              {WAYS.map((way) => (
                <line
                  key={way}
                  x1={x(risk[way].paid.p50)}
                  x2={x(risk[way].paid.p50)}
                  y1={TOP}
                  y2={ground}
                  className={classes.middle}
                  data-way={way}
                />
              ))}
              {[0, 0.5, 1].map((share) => (
                <text
                  key={share}
                  x={x(first.fromMinor + span * share)}
                  y={HEIGHT - 8}
                  textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
                  className={classes.tick}
                >
                  {short(Math.round(first.fromMinor + span * share))}
                </text>
              ))}
            </svg>
          ) : null}
        </div>
      </div>
      <ChartPng of={drawing} name="scheme-risk" title={t('risk.picture')} label={t('risk.png')} />
      <details className={classes.behind}>
        <summary>{t('risk.table')}</summary>
        <DataTable
          label={t('risk.picture')}
          columns={columns}
          rows={bars}
          rowKey={(bar) => String(bar.fromMinor)}
        />
      </details>
    </figure>
  );
}
