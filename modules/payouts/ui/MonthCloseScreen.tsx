import { Button } from '@mantine/core';
import {
  closeMonthOperation,
  getMonth,
  listMonths,
  listStatements,
  sendStatementsOperation,
  type MonthShown,
} from '../contract.ts';
import {
  ConfirmWithConsequence,
  CopyText,
  DataTable,
  Figures,
  formatWhen,
  Loaded,
  Money,
  PageHeading,
  paths,
  Section,
  SegmentTabs,
  toast,
  useFilters,
  useLanguage,
  useMe,
  useRead,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { CloseChecks } from './CloseChecks.tsx';
import { StatementsOf } from './StatementsOf.tsx';
import classes from './payouts.module.css';

const TOTALS = [
  'opening',
  'accrued',
  'clawedBack',
  'corrected',
  'writtenOff',
  'waived',
  'paid',
  'closing',
] as const;
/** Shown only where there was something: a zero there says nothing. */
const RARE: ReadonlySet<string> = new Set(['corrected', 'writtenOff', 'waived']);

type Closed = AnswerOf<typeof listMonths>['closed'][number];

/** What is left to do before a month is closed for ever, and the months that are. */
export default function MonthCloseScreen() {
  const read = useRead(listMonths, {});
  return <Loaded read={read}>{(months) => <Months months={months} />}</Loaded>;
}

function Months({ months }: { months: AnswerOf<typeof listMonths> }) {
  const t = useWords('payouts');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const [filters, setFilters] = useFilters(paths.monthClose);
  const open = [...months.open].sort();
  const chosen = filters.month || open[0] || months.closed[0]?.month || '';
  return (
    <>
      <PageHeading title={t('close.title')} answer={t('close.answer')} />
      {open.length > 1 ? (
        <SegmentTabs
          label={t('close.open')}
          value={chosen}
          onChange={(month) => setFilters({ month })}
          segments={open.map((value) => ({
            value: value as string,
            label: formatWhen(value, 'month', language, zone),
          }))}
        />
      ) : null}
      {chosen ? <Month month={chosen} /> : null}
      <ClosedMonths closed={months.closed} onOpen={(month) => setFilters({ month })} />
    </>
  );
}

function Month({ month }: { month: string }) {
  const read = useRead(getMonth, { params: { month } });
  return <Loaded read={read}>{(shown) => <MonthPart shown={shown} />}</Loaded>;
}

function MonthPart({ shown }: { shown: MonthShown }) {
  const t = useWords('payouts');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const name = formatWhen(shown.month, 'month', language, zone);
  const close = useVerb(closeMonthOperation, { invalidates: [getMonth, listMonths, listStatements] });
  const send = useVerb(sendStatementsOperation, { invalidates: [getMonth, listStatements] });
  const params = { month: shown.month };
  const drafts = shown.statements['draft'] ?? 0;
  return (
    <Section
      title={t('close.monthOf', { month: name })}
      note={
        shown.closedAt ? (
          <>
            {t('close.closed')} <When value={shown.closedAt} style="time" />
            {shown.closedByName ? `, ${shown.closedByName}` : null}
          </>
        ) : (
          t('close.stillOpen')
        )
      }
      actions={
        <>
          {shown.can['close'] === true ? (
            <ConfirmWithConsequence
              title={t('close.act', { month: name })}
              consequence={t('close.consequence')}
              confirm={t('close.confirm')}
              onConfirm={() => close.mutateAsync({ params })}
            >
              {(ask) => <Button onClick={ask}>{t('close.confirm')}</Button>}
            </ConfirmWithConsequence>
          ) : null}
          {shown.can['send'] === true && drafts > 0 ? (
            <ConfirmWithConsequence
              title={t('close.send')}
              consequence={t('close.sendText')}
              confirm={t('close.send')}
              onConfirm={async () => {
                const { sent } = await send.mutateAsync({ params, body: {} });
                toast(t('close.sent', { count: sent }));
              }}
            >
              {(ask) => <Button onClick={ask}>{t('close.send')}</Button>}
            </ConfirmWithConsequence>
          ) : null}
        </>
      }
    >
      {shown.totals.map((total) => (
        <Figures
          key={total.currency}
          label={t('statement.totals')}
          items={TOTALS.filter((part) => !RARE.has(part) || total[`${part}Minor`] !== 0).map((part) => ({
            label: t(`statement.${part}`),
            value: <Money minor={total[`${part}Minor`]} currency={total.currency} />,
          }))}
        />
      ))}
      {shown.checks.length > 0 && !shown.closedAt ? <CloseChecks checks={shown.checks} /> : null}
      {shown.closedAt ? <StatementsOf month={shown} /> : null}
      {shown.hash ? (
        <p className={classes.hash}>
          {t('close.hash')} <CopyText text={shown.hash} label={t('close.hash')} />
        </p>
      ) : null}
    </Section>
  );
}

function ClosedMonths({ closed, onOpen }: { closed: readonly Closed[]; onOpen: (month: string) => void }) {
  const t = useWords('payouts');
  const columns: readonly Column<Closed>[] = [
    { id: 'month', title: t('statement.month'), cell: (row) => <When value={row.month} /> },
    {
      id: 'partners',
      title: t('close.partners'),
      cell: (row) => row.partners,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'paid',
      title: t('statement.paid'),
      cell: (row) =>
        row.paid.map((one) => <Money key={one.currency} minor={one.paidMinor} currency={one.currency} />),
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'closing',
      title: t('statement.closing'),
      cell: (row) =>
        row.paid.map((one) => <Money key={one.currency} minor={one.closingMinor} currency={one.currency} />),
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'at',
      title: t('close.closed'),
      cell: (row) => <When value={row.closedAt} style="short" />,
      align: 'right',
      narrow: 'line',
    },
  ];
  if (closed.length === 0) return null;
  return (
    <Section title={t('close.closedMonths')}>
      <DataTable
        label={t('close.closedMonths')}
        columns={columns}
        rows={closed}
        rowKey={(row) => row.month}
        onOpen={(row) => onOpen(row.month)}
      />
    </Section>
  );
}
