import { Money, PageLink, paths, useFormat, useWords } from '@mosty/ui-kit';
import type { Book, MonthFigures } from '../contract.ts';
import classes from './economics.module.css';

/** One class of one month as a statement: each line opens the rows it was made of (S0.57). */
export function BookStatement({
  of,
  figures,
  currency,
}: {
  of: Book;
  figures: MonthFigures;
  currency: string;
}) {
  const t = useWords('economics');
  const format = useFormat();
  const { month } = figures;
  const costs = figures.costs.reduce((sum, { amountMinor }) => sum + amountMinor, figures.unpricedMinor);
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <div className={classes.book}>
      <h3>{t(`book.${of}`)}</h3>
      <dl className={classes.lines}>
        <dt>{t('page.plan')}</dt>
        <dd>{figures.plan ? money(figures.plan.revenueMinor) : '–'}</dd>
        <dt>
          <PageLink to={paths.deals({ class: of, month })}>{t('line.revenue')}</PageLink>
        </dt>
        <dd>{money(figures.revenueMinor)}</dd>
        <dt>{t('page.clients')}</dt>
        <dd>
          {format.count(figures.clients)}
          {figures.plan ? (
            <span className={classes.soft}>{t('page.clientsPlanned', { count: figures.plan.clients })}</span>
          ) : null}
        </dd>
        <dt>
          {t('line.goods')}
          {figures.goodsUnknown > 0 ? <span className={classes.soft}>{t('page.estimate')}</span> : null}
        </dt>
        <dd>{money(-figures.goodsMinor)}</dd>
        <dt>
          <PageLink to={paths.accruals({ class: of, month })}>{t('line.commission')}</PageLink>
        </dt>
        <dd>{money(-figures.commissionMinor)}</dd>
        <dt>
          <PageLink to={paths.costs({ class: of, month })}>{t('line.costs')}</PageLink>
        </dt>
        <dd>{money(-costs)}</dd>
        {figures.costs.map(({ kind, amountMinor }) => (
          <Part key={kind} name={t(`costKind.${kind}`)} value={money(-amountMinor)} />
        ))}
        {figures.unpricedMinor !== 0 ? (
          <Part name={t('sheet.time')} note={t('sheet.timeNote')} value={money(-figures.unpricedMinor)} />
        ) : null}
        <dt className={classes.whole}>{t('line.margin')}</dt>
        <dd className={classes.whole}>{money(figures.marginMinor)}</dd>
        <dt>{t('line.cumulative')}</dt>
        <dd>{money(figures.cumulativeMinor)}</dd>
      </dl>
    </div>
  );
}

function Part({ name, note, value }: { name: string; note?: string; value: React.ReactNode }) {
  return (
    <>
      <dt className={classes.part}>
        {name}
        {note ? <span className={classes.soft}>{note}</span> : null}
      </dt>
      <dd className={classes.part}>{value}</dd>
    </>
  );
}
