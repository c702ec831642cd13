import { shortMonth, useFormat, useLanguage, useWords } from '@mosty/ui-kit';
import type { MonthFigures } from '../contract.ts';
import classes from './economics.module.css';

/** Revenue of each month as a bar and its plan as a mark across it: readable without colour. */
export function PlanBars({ months, currency }: { months: readonly MonthFigures[]; currency: string }) {
  const t = useWords('economics');
  const format = useFormat();
  const language = useLanguage();
  const money = (minor: number) => format.money(minor, { currency, precision: 'whole' });
  const most = Math.max(
    1,
    ...months.flatMap(({ revenueMinor, plan }) => [revenueMinor, plan?.revenueMinor ?? 0]),
  );
  const height = (minor: number) => `${Math.max(0, minor / most) * 100}%`;
  // Counted from the end, so that the last month is always named.
  const every = Math.ceil(months.length / 6);
  return (
    <ol className={classes.bars}>
      {months.map(({ month, revenueMinor, plan, whole, closedAt }, place) => {
        const name = format.when(month, 'month');
        const told = plan
          ? t('page.bar', { month: name, fact: money(revenueMinor), plan: money(plan.revenueMinor) })
          : t('page.barNoPlan', { month: name, fact: money(revenueMinor) });
        const words = closedAt ? t('page.barClosed', { bar: told }) : told;
        return (
          <li key={month} className={classes.bar} title={words}>
            <span className={classes.hidden}>{words}</span>
            <div
              className={classes.column}
              data-running={!whole || undefined}
              style={{ height: height(revenueMinor) }}
            />
            {closedAt ? <div className={classes.closed} /> : null}
            {plan ? <div className={classes.mark} style={{ bottom: height(plan.revenueMinor) }} /> : null}
            {(months.length - 1 - place) % every === 0 ? (
              <span className={classes.tick} aria-hidden="true">
                {shortMonth(month, language)}
              </span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
