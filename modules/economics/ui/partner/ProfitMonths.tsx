import {
  Badge,
  DataTable,
  Money,
  Section,
  shortMonth,
  useFormat,
  useLanguage,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import type { Book } from './PartnerProfitScreen.tsx';
import classes from './partner.module.css';

type Row = Book['months'][number];

/** The running result as bars above and below the line, and the months it was made of, the newest first. */
export function ProfitMonths({ book: { months }, currency }: { book: Book; currency: string }) {
  const t = useWords('economics-partner');
  const amount = (id: string, title: string, of: (row: Row) => number): Column<Row> => ({
    id,
    title,
    align: 'right',
    narrow: id === 'balance' ? 'value' : 'line',
    cell: (row) => <Money minor={of(row)} currency={currency} precision="whole" />,
  });
  return (
    <>
      <Section title={t('chart')} note={t('chartNote')}>
        <Bars months={months} currency={currency} />
      </Section>
      <Section title={t('months')} note={t('monthsNote')}>
        <DataTable
          label={t('months')}
          rows={months.toReversed()}
          rowKey={({ month }) => month}
          columns={[
            {
              id: 'month',
              title: t('month'),
              cell: ({ month, whole }) => (
                <>
                  <When value={month} style="month" />{' '}
                  {whole ? null : <Badge tone="warn">{t('running')}</Badge>}
                </>
              ),
            },
            amount('revenue', t('revenue'), (row) => row.revenueMinor),
            amount('returned', t('returned'), (row) => row.returnedMinor),
            amount('invested', t('invested'), (row) => -row.investedMinor),
            amount('balance', t('left'), (row) => row.balanceMinor),
          ]}
        />
      </Section>
    </>
  );
}

function Bars({ months, currency }: { months: readonly Row[]; currency: string }) {
  const t = useWords('economics-partner');
  const format = useFormat();
  const language = useLanguage();
  const most = Math.max(0, ...months.map(({ balanceMinor }) => balanceMinor));
  const least = Math.min(0, ...months.map(({ balanceMinor }) => balanceMinor));
  const span = Math.max(1, most - least);
  const every = Math.ceil(months.length / 6);
  return (
    <ol className={classes.bars}>
      <li className={classes.zero} style={{ bottom: `${(-least / span) * 100}%` }} aria-hidden="true" />
      {months.map(({ month, balanceMinor }, place) => {
        const words = t('bar', {
          month: format.when(month, 'month'),
          sum: format.money(balanceMinor, { currency, precision: 'whole' }),
        });
        return (
          <li key={month} className={classes.bar} title={words}>
            <span className={classes.hidden}>{words}</span>
            <div
              className={classes.column}
              data-below={balanceMinor < 0 || undefined}
              style={{
                bottom: `${((Math.min(0, balanceMinor) - least) / span) * 100}%`,
                height: `${(Math.abs(balanceMinor) / span) * 100}%`,
              }}
            />
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
