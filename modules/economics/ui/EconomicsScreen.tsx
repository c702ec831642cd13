import { Button } from '@mantine/core';
import {
  ChartPng,
  EmptyState,
  ExportMenu,
  Figures,
  hrefOf,
  Loaded,
  Money,
  PageHeading,
  paths,
  Section,
  SegmentTabs,
  Sentence,
  useFilters,
  useFormat,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { useRef } from 'react';
import { BOOKS, exportBook, readBook, type Book, type BookAnswer } from '../contract.ts';
import { HourRates } from './HourRates.tsx';
import { MonthsTable } from './MonthsTable.tsx';
import { PlanBars } from './PlanBars.tsx';
import classes from './economics.module.css';

const PERIODS = [12, 24, 36] as const;

/** Plan and fact of the department by month, what is left, and whether what was put in has come back (S2.25, S3.10). */
export default function EconomicsScreen() {
  const t = useWords('economics');
  const [filters, set] = useFilters(paths.economics);
  const book: Book = BOOKS.find((one) => one === filters.class) ?? 'partner_sales';
  const months = PERIODS.find((one) => String(one) === filters.months) ?? 12;
  const read = useRead(readBook, { query: { class: book, months } });
  return (
    <>
      <Loaded read={read}>
        {(found) => (
          <>
            <PageHeading
              title={
                book === 'partner_sales' ? t('page.title') : t('page.titleOf', { name: t(`book.${book}`) })
              }
              answer={<Payback of={found} />}
              actions={
                <>
                  <ExportMenu
                    of={exportBook}
                    hrefOf={(format) => hrefOf(exportBook, { query: { class: 'all', months, format } })}
                    label={t('page.export')}
                  />
                  {found.can.rates ? (
                    <Button variant="default" onClick={() => set({ rates: '1' })}>
                      {t('actions.rates')}
                    </Button>
                  ) : null}
                </>
              }
            />
            <SegmentTabs<Book>
              label={t('plan.class')}
              value={book}
              segments={(['partner_sales', 'referral', 'alliance'] as const).map((value) => ({
                value,
                label: t(`book.${value}`),
              }))}
              onChange={(value) => set({ class: value === 'partner_sales' ? '' : value })}
            />
            {found.items.length === 0 ? <Nothing /> : <Told of={found} />}
          </>
        )}
      </Loaded>
      {filters.rates ? <HourRates onClose={() => set({ rates: '' })} /> : null}
    </>
  );
}

function Told({ of: found }: { of: BookAnswer }) {
  const t = useWords('economics');
  const [filters, set] = useFilters(paths.economics);
  const format = useFormat();
  const { currency } = found;
  const drawing = useRef<HTMLDivElement>(null);
  const now = found.items.at(-1);
  const last = found.items.findLast(({ whole }) => whole);
  if (!now) return null;
  const share =
    now.plan && now.plan.revenueMinor > 0
      ? format.percent(Math.round((now.revenueMinor / now.plan.revenueMinor) * 1_000_000), { digits: 0 })
      : '';
  return (
    <>
      <Figures
        items={[
          {
            label: t('page.thisMonth'),
            value: <Money minor={now.revenueMinor} currency={currency} precision="whole" />,
            note: now.plan
              ? t('page.planned', { sum: format.money(now.plan.revenueMinor, { precision: 'whole' }), share })
              : t('page.noPlan'),
          },
          {
            label: t('page.clients'),
            value: format.count(now.clients),
            ...(now.plan ? { note: t('page.clientsPlanned', { count: now.plan.clients }) } : {}),
          },
          ...(last
            ? [
                {
                  label: t('page.lastMargin'),
                  value: <Money minor={last.marginMinor} currency={currency} precision="whole" />,
                  ...(last.goodsUnknown > 0 ? { note: t('page.estimate') } : {}),
                },
              ]
            : []),
          ...(found.perPerson
            ? [
                {
                  label: t('page.perPerson'),
                  value: <Money minor={found.perPerson.revenueMinor} currency={currency} precision="whole" />,
                  note: t('page.perPersonNote', { count: found.perPerson.people }),
                },
              ]
            : []),
        ]}
      />
      <Section
        title={t('page.chart')}
        note={[t('page.planMark'), found.items.some(({ closedAt }) => closedAt) ? t('page.closedMark') : '']
          .filter(Boolean)
          .join(' ')}
        actions={
          <>
            <SegmentTabs
              label={t('page.period')}
              value={filters.months || '12'}
              segments={PERIODS.map((value) => ({ value: String(value), label: t(`page.years.${value}`) }))}
              onChange={(value) => set({ months: value === '12' ? '' : value })}
            />
            <div className={classes.beside}>
              <ChartPng
                of={drawing}
                name="economics"
                title={`${t(`book.${found.class}`)}: ${t('page.chart')}`}
                label={t('page.png')}
              />
            </div>
          </>
        }
      >
        <div ref={drawing}>
          <PlanBars months={found.items} currency={currency} />
        </div>
      </Section>
      <Section title={t('page.months')}>
        <MonthsTable months={found.items} currency={currency} />
      </Section>
    </>
  );
}

/** When everything put in had come back, and how much has gathered since the start. */
function Payback({ of: { paybackMonth, invested, items, currency } }: { of: BookAnswer }) {
  const t = useWords('economics');
  const format = useFormat();
  const last = items.at(-1);
  if (!last) return null;
  const sum = <Money minor={last.cumulativeMinor} currency={currency} precision="whole" />;
  if (!invested) return <Sentence text={t('page.nothingIn')} parts={{ sum }} />;
  if (paybackMonth === null) return <Sentence text={t('page.notYet')} parts={{ sum }} />;
  return (
    <Sentence text={t('page.paidBack', { month: format.when(paybackMonth, 'month') })} parts={{ sum }} />
  );
}

function Nothing() {
  const t = useWords('economics');
  return <EmptyState title={t('page.empty')}>{t('page.emptyText')}</EmptyState>;
}
