import { DataTable, Figures, Money, NumberOpens, PageLink, paths, useFormat, useWords } from '@mosty/ui-kit';
import type { Book } from './PartnerProfitScreen.tsx';

/** As the server has it: fewer whole months say nothing of evenness. */
const MONTHS_NEEDED = 6;

/** Five figures of one class; each opens to what it was made of, and from there to the rows. */
export function ProfitFigures({
  book,
  currency,
  partnerId,
}: {
  book: Book;
  currency: string;
  partnerId: string;
}) {
  const t = useWords('economics-partner');
  const format = useFormat();
  const { steadiness } = book;
  const money = (minor: number) => <Money minor={minor} currency={currency} precision="whole" />;
  const estimate = book.goodsUnknown > 0 ? { note: t('estimate', { count: book.goodsUnknown }) } : {};
  const parts = [
    {
      label: t('revenue'),
      value: (
        <PageLink to={paths.deals({ partner: partnerId, class: book.class })}>
          {money(book.revenueMinor)}
        </PageLink>
      ),
    },
    {
      label: t('goods'),
      value: (
        <PageLink to={paths.deals({ partner: partnerId, class: book.class })}>
          {money(-book.goodsMinor)}
        </PageLink>
      ),
      ...estimate,
    },
    {
      label: t('commission'),
      value: (
        <PageLink to={paths.accruals({ partner: partnerId, class: book.class })}>
          {money(-book.commissionMinor)}
        </PageLink>
      ),
    },
  ];
  return (
    <Figures
      items={[
        {
          label: t('invested'),
          value: (
            <NumberOpens
              title={t('invested')}
              proof={{ rule: { text: t('investedRule') }, estimate: !book.isPriced }}
              rows={() => <Lines book={book} currency={currency} partnerId={partnerId} />}
            >
              {money(book.investedMinor)}
            </NumberOpens>
          ),
          ...(book.isPriced ? {} : { note: t('timeNoRate') }),
        },
        {
          label: t('returned'),
          value: (
            <NumberOpens
              title={t('returned')}
              proof={{ rule: { text: t('returnedRule') }, estimate: book.goodsUnknown > 0 }}
              rows={() => <Figures label={t('of')} items={parts} />}
            >
              {money(book.returnedMinor)}
            </NumberOpens>
          ),
        },
        {
          label: t('left'),
          value: (
            <NumberOpens
              title={t('left')}
              proof={{ rule: { text: t('leftRule') } }}
              rows={() => (
                <Figures
                  label={t('left')}
                  items={[
                    { label: t('returned'), value: money(book.returnedMinor) },
                    { label: t('invested'), value: money(-book.investedMinor) },
                  ]}
                />
              )}
            >
              {money(book.leftMinor)}
            </NumberOpens>
          ),
        },
        {
          label: t('payback'),
          value: book.invested
            ? book.paybackAfter
              ? t('paybackAfter', { month: book.paybackAfter })
              : t('paybackNo')
            : t('paybackNone'),
          ...(book.paybackMonth
            ? { note: t('paybackIn', { month: format.when(book.paybackMonth, 'month') }) }
            : {}),
        },
        {
          label: t('steadiness'),
          value: steadiness.is ? (
            <NumberOpens
              title={t('steadiness')}
              proof={{ rule: { text: t('steadinessRule') } }}
              rows={() => <Months book={book} currency={currency} label={t('months')} />}
            >
              {t(`is.${steadiness.is}`)}
            </NumberOpens>
          ) : (
            t('few')
          ),
          note:
            steadiness.variationPpm === null
              ? t('fewNote', { months: steadiness.months, needed: MONTHS_NEEDED })
              : t('steadinessNote', {
                  sold: steadiness.sold,
                  months: steadiness.months,
                  variation: format.percent(steadiness.variationPpm, { digits: 0 }),
                }),
        },
      ]}
    />
  );
}

function Months({ book, currency, label }: { book: Book; currency: string; label: string }) {
  const t = useWords('economics-partner');
  const format = useFormat();
  return (
    <DataTable
      label={label}
      rows={book.months.filter(({ whole }) => whole)}
      rowKey={({ month }) => month}
      columns={[
        { id: 'month', title: t('month'), cell: ({ month }) => format.when(month, 'month') },
        {
          id: 'revenue',
          title: t('revenue'),
          align: 'right',
          narrow: 'value',
          cell: ({ revenueMinor }) => <Money minor={revenueMinor} currency={currency} precision="whole" />,
        },
      ]}
    />
  );
}

/** What was put in, by what for; the whole of it opens the costs themselves. */
function Lines({ book, currency, partnerId }: { book: Book; currency: string; partnerId: string }) {
  const t = useWords('economics-partner');
  const economics = useWords('economics');
  const format = useFormat();
  const costs = paths.costs({ partner: partnerId, class: book.class });
  const rows = [
    ...book.lines.map(({ kind, ...line }) => ({
      ...line,
      id: kind as string,
      name: economics(`costKind.${kind}`),
      to: costs,
    })),
    ...(book.unpricedMinutes > 0
      ? [
          {
            id: 'time',
            name: t('time'),
            amountMinor: book.unpricedMinor,
            count: 0,
            minutes: book.unpricedMinutes,
            to: paths.touches({ partner: partnerId }),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label={t('lines')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'what', title: t('what'), cell: ({ name, to }) => <PageLink to={to}>{name}</PageLink> },
        {
          id: 'hours',
          title: t('hours'),
          align: 'right',
          narrow: 'line',
          cell: ({ minutes }) => (minutes > 0 ? format.count(minutes / 60, 1) : '–'),
        },
        {
          id: 'rows',
          title: t('rows'),
          align: 'right',
          narrow: 'line',
          cell: ({ count }) => (count > 0 ? format.count(count) : '–'),
        },
        {
          id: 'amount',
          title: t('amount'),
          align: 'right',
          narrow: 'value',
          cell: ({ amountMinor }) => <Money minor={amountMinor} currency={currency} />,
        },
      ]}
      totals={{ what: t('invested'), amount: <Money minor={book.investedMinor} currency={currency} /> }}
    />
  );
}
