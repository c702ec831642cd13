import { Button } from '@mantine/core';
import {
  Badge,
  ConfirmWithConsequence,
  DataTable,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  Sentence,
  toast,
  useFilters,
  useFormat,
  useParam,
  useRead,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import { closeMonth, readBook, readMonth, type MonthSheet } from '../contract.ts';
import { BookStatement } from './BookStatement.tsx';
import { MonthDrift } from './MonthDrift.tsx';
import { MonthHours } from './MonthHours.tsx';
import { PlanForm } from './PlanForm.tsx';
import classes from './economics.module.css';

/** One month of the department on a page: plan, fact, time, closing. Prints on one sheet for the owner (S1.4, S3.8). */
export default function MonthScreen() {
  const month = useParam('month');
  const read = useRead(readMonth, { params: { month } });
  return <Loaded read={read}>{(sheet) => <Sheet of={sheet} />}</Loaded>;
}

function Sheet({ of: sheet }: { of: MonthSheet }) {
  const t = useWords('economics');
  const format = useFormat();
  const [filters, set] = useFilters(paths.economicsMonth);
  const name = format.when(sheet.month, 'month');
  const department = sheet.books.find((book) => book.class === 'partner_sales')?.figures;
  return (
    <>
      <PageHeading
        above={
          <>
            <PageLink to={paths.economics()}>{t('sheet.above')}</PageLink>{' '}
            {sheet.closed ? <Badge>{t('page.closed')}</Badge> : null}
          </>
        }
        title={t('sheet.title', { month: name })}
        answer={
          department ? (
            <Sentence
              text={t('sheet.answer')}
              parts={{
                sum: <Money minor={department.revenueMinor} currency={sheet.currency} />,
                margin: <Money minor={department.marginMinor} currency={sheet.currency} />,
              }}
            />
          ) : null
        }
        actions={
          <Button variant="default" onClick={() => globalThis.print()}>
            {t('sheet.print')}
          </Button>
        }
      />
      <Section title={t('sheet.statement')} note={t('sheet.statementNote')}>
        <div className={classes.books}>
          {(['partner_sales', 'referral', 'alliance'] as const).map((book) => {
            const figures = sheet.books.find((one) => one.class === book)?.figures;
            return figures ? (
              <BookStatement key={book} of={book} figures={figures} currency={sheet.currency} />
            ) : null;
          })}
        </div>
      </Section>
      <Plans of={sheet} onSet={() => set({ plan: '1' })} />
      <MonthHours of={sheet} />
      <Closing of={sheet} name={name} />
      {filters.plan && sheet.can.plan ? <PlanForm of={sheet} onClose={() => set({ plan: '' })} /> : null}
    </>
  );
}

function Plans({ of: sheet, onSet }: { of: MonthSheet; onSet: () => void }) {
  const t = useWords('economics');
  const mayChange = sheet.can.plan && sheet.closed === null;
  return (
    <Section
      title={t('sheet.plans')}
      note={t('sheet.plansNote')}
      actions={
        mayChange ? (
          <Button variant="default" onClick={onSet}>
            {t(sheet.plans.length > 0 ? 'sheet.changePlan' : 'sheet.setPlan')}
          </Button>
        ) : null
      }
    >
      <DataTable
        label={t('sheet.plans')}
        rows={sheet.plans}
        rowKey={(row) => `${row.class} ${row.no}`}
        empty={<p>{t('sheet.noPlans')}</p>}
        columns={[
          { id: 'class', title: t('plan.class'), cell: (row) => t(`book.${row.class}`) },
          {
            id: 'revenue',
            title: t('line.revenue'),
            align: 'right',
            narrow: 'value',
            cell: (row) => <Money minor={row.revenueMinor} currency={sheet.currency} />,
          },
          {
            id: 'clients',
            title: t('plan.clients'),
            align: 'right',
            narrow: 'line',
            cell: (row) => row.clients,
          },
          { id: 'no', title: '', narrow: 'bare', cell: (row) => t('plan.version', { no: row.no }) },
          { id: 'reason', title: t('plan.reason'), narrow: 'bare', cell: (row) => row.reason ?? '' },
          {
            id: 'written',
            title: t('sheet.who'),
            narrow: 'bare',
            cell: (row) => (
              <>
                {row.writtenBy} <When value={row.writtenAt} />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** What is left before the month is kept as it is, and what changed since. */
function Closing({ of: sheet, name }: { of: MonthSheet; name: string }) {
  const t = useWords('economics');
  const close = useVerb(closeMonth, { invalidates: [readMonth, readBook] });
  if (sheet.closed) return <MonthDrift of={sheet} closed={sheet.closed} />;
  const mayClose = sheet.can.close && !sheet.checks.some(({ blocks }) => blocks);
  return (
    <Section
      title={t('sheet.checks')}
      actions={
        mayClose ? (
          <ConfirmWithConsequence
            title={t('sheet.closeTitle', { month: name })}
            consequence={t('sheet.closeText')}
            confirm={t('sheet.close')}
            onConfirm={async () => {
              await close.mutateAsync({ params: { month: sheet.month } });
              toast(t('journal.close_month'));
            }}
          >
            {(ask) => <Button onClick={ask}>{t('sheet.close')}</Button>}
          </ConfirmWithConsequence>
        ) : null
      }
    >
      {sheet.checks.length === 0 ? (
        <p>{t('sheet.allTold')}</p>
      ) : (
        <ul className={classes.checks}>
          {sheet.checks.map(({ code, blocks, count }) => (
            <li key={code}>
              <Badge tone={blocks ? 'risk' : 'warn'}>{t(`check.${code}`, { count })}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
