import { useElementSize } from '@mantine/hooks';
import { shortMonth, useFormat, useLanguage, useWords } from '@mosty/ui-kit';
import type { MonthFigures } from '../contract.ts';
import classes from './economics.module.css';

const HEIGHT = 220;
const TOP = 8;
const BOTTOM = 30;
const GAP = 4;

/**
 * Revenue of each month as a bar and its plan as a mark across it, a dot under what is closed: readable without colour. The
 * same is said in words to those who listen.
 */
export function PlanBars({ months, currency }: { months: readonly MonthFigures[]; currency: string }) {
  const t = useWords('economics');
  const format = useFormat();
  const language = useLanguage();
  const { ref, width } = useElementSize();
  const money = (minor: number) => format.money(minor, { currency, precision: 'whole' });
  const most = Math.max(
    1,
    ...months.flatMap(({ revenueMinor, plan }) => [revenueMinor, plan?.revenueMinor ?? 0]),
  );
  const ground = HEIGHT - BOTTOM;
  const tall = (minor: number) => Math.max(0, minor / most) * (ground - TOP);
  const step = width / Math.max(1, months.length);
  // Counted from the end, so that the last month is always named.
  const every = Math.ceil(months.length / Math.max(1, Math.min(6, Math.floor(width / 60))));
  const said = ({ month, revenueMinor, plan, closedAt }: MonthFigures) => {
    const name = format.when(month, 'month');
    const told = plan
      ? t('page.bar', { month: name, fact: money(revenueMinor), plan: money(plan.revenueMinor) })
      : t('page.barNoPlan', { month: name, fact: money(revenueMinor) });
    return closedAt ? t('page.barClosed', { bar: told }) : told;
  };
  return (
    <div ref={ref} className={classes.chart}>
      <ul className={classes.hidden}>
        {months.map((row) => (
          <li key={row.month}>{said(row)}</li>
        ))}
      </ul>
      {width > 0 ? (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {months.map((row, place) => {
            const left = place * step;
            const wide = Math.max(1, step - GAP);
            const high = tall(row.revenueMinor);
            return (
              <g key={row.month}>
                <title>{said(row)}</title>
                <rect x={left} y={TOP} width={step} height={ground - TOP} fillOpacity={0} />
                <rect
                  x={left + GAP / 2}
                  y={ground - high}
                  width={wide}
                  height={high}
                  className={classes.column}
                  data-running={!row.whole || undefined}
                />
                {row.plan ? (
                  <rect
                    x={left}
                    y={ground - tall(row.plan.revenueMinor) - 1}
                    width={step}
                    height={2}
                    className={classes.mark}
                  />
                ) : null}
                {row.closedAt ? (
                  <circle cx={left + step / 2} cy={ground + 6} r={2} className={classes.closed} />
                ) : null}
                {(months.length - 1 - place) % every === 0 ? (
                  <text x={left + step - GAP / 2} y={HEIGHT - 6} textAnchor="end" className={classes.tick}>
                    {shortMonth(row.month, language)}
                  </text>
                ) : null}
              </g>
            );
          })}
          <line x1={0} x2={width} y1={ground} y2={ground} className={classes.axis} />
        </svg>
      ) : null}
    </div>
  );
}
