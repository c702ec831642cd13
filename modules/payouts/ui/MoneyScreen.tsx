import { exportOwed, listOwed, moneyOverview, type OwedRow } from '../contract.ts';
import {
  DataTable,
  EmptyState,
  ExportMenu,
  Figures,
  formatMoney,
  formatWhen,
  hrefOf,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  useFilters,
  useLanguage,
  useMay,
  useMe,
  useRead,
  useRows,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { BlockedReasons } from './BlockedReasons.tsx';
import { ProposeWriteOff } from './ProposeWriteOff.tsx';
import { VerifyMoney } from './VerifyMoney.tsx';
import { WriteOffs } from './WriteOffs.tsx';

const STATES = ['owed', 'overdue', 'on_hold', 'debt'] as const;

/** Whom we owe, how much, when it is paid, and what stands in the way of each. */
export default function MoneyScreen() {
  const read = useRead(moneyOverview, {});
  return <Loaded read={read}>{(overview) => <Overview overview={overview} />}</Loaded>;
}

function Overview({ overview }: { overview: AnswerOf<typeof moneyOverview> }) {
  const t = useWords('payouts');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const first = overview.totals[0];
  const day = formatWhen(overview.nextPayoutOn, 'day', language, zone);
  return (
    <>
      <PageHeading
        title={t('money.title')}
        answer={
          first && first.owedMinor > 0
            ? t('money.answer', {
                count: first.partnersOwed,
                sum: formatMoney(first.owedMinor, first.currency, language),
                day,
              })
            : t('money.nothing')
        }
        actions={
          <>
            <PageLink to={paths.payouts()}>{t('money.toPayouts')}</PageLink>
            <TakeOut />
          </>
        }
      />
      {overview.totals.map((total) => (
        <Figures
          key={total.currency}
          label={t('money.figures', { currency: total.currency })}
          items={[
            {
              label: t('money.owed'),
              value: (
                <PageLink look="quiet" to={paths.money({ state: 'owed' })}>
                  <Money minor={total.owedMinor} currency={total.currency} />
                </PageLink>
              ),
            },
            {
              label: t('money.available'),
              value: (
                <PageLink look="quiet" to={paths.ledger({ account: 'partner_available' })}>
                  <Money minor={total.availableMinor} currency={total.currency} />
                </PageLink>
              ),
              note: t('money.payOn', { day }),
            },
            {
              label: t('money.overdue'),
              value: (
                <PageLink look="quiet" to={paths.money({ state: 'overdue' })}>
                  <Money
                    minor={total.overdueMinor}
                    currency={total.currency}
                    tone={total.overdueMinor > 0 ? 'risk' : 'plain'}
                  />
                </PageLink>
              ),
            },
            {
              label: t('money.onHold'),
              value: (
                <PageLink look="quiet" to={paths.money({ state: 'on_hold' })}>
                  <Money
                    minor={total.onHoldMinor}
                    currency={total.currency}
                    tone={total.onHoldMinor > 0 ? 'warn' : 'plain'}
                  />
                </PageLink>
              ),
            },
            {
              label: t('money.pending'),
              value: (
                <PageLink look="quiet" to={paths.accruals({ state: 'pending' })}>
                  <Money minor={total.pendingMinor} currency={total.currency} />
                </PageLink>
              ),
            },
            ...(total.clawbackMinor === 0
              ? []
              : [
                  {
                    label: t('money.clawback'),
                    value: (
                      <PageLink look="quiet" to={paths.ledger({ account: 'clawback_receivable' })}>
                        <Money minor={-total.clawbackMinor} currency={total.currency} tone="warn" />
                      </PageLink>
                    ),
                  },
                ]),
          ]}
        />
      ))}
      <Owed />
      <WriteOffs />
      <VerifyMoney />
    </>
  );
}

type OwedState = (typeof STATES)[number];

function TakeOut() {
  const [filters] = useFilters(paths.money);
  const state: OwedState | undefined = STATES.find((one) => one === filters.state);
  return <ExportMenu of={exportOwed} hrefOf={(format) => hrefOf(exportOwed, { query: { state, format } })} />;
}

function Owed() {
  const t = useWords('payouts');
  const [filters, setFilters] = useFilters(paths.money);
  const mayWriteOff = useMay('write_off.propose');
  const state = STATES.find((one) => one === filters.state);
  const rows = useRows(listOwed, { query: { state } });
  const columns: readonly Column<OwedRow>[] = [
    { id: 'partner', title: t('columns.partner'), cell: (row) => row.partnerName },
    {
      id: 'owed',
      title: t('money.owed'),
      cell: (row) => (
        <PageLink look="quiet" to={paths.ledger({ partner: row.partnerId })}>
          <Money
            minor={row.owedMinor}
            currency={row.currency}
            strong
            tone={row.owedMinor < 0 ? 'risk' : 'plain'}
          />
        </PageLink>
      ),
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'available',
      title: t('money.available'),
      cell: (row) => <Quiet minor={row.availableMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'overdue',
      title: t('money.ofItOverdue'),
      cell: (row) =>
        row.overdueMinor > 0 ? <Money minor={row.overdueMinor} currency={row.currency} tone="risk" /> : '',
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'pending',
      title: t('money.pending'),
      cell: (row) => <Quiet minor={row.pendingMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'hold',
      title: t('money.onHold'),
      cell: (row) =>
        row.onHoldMinor > 0 ? <Money minor={row.onHoldMinor} currency={row.currency} tone="warn" /> : '',
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'why',
      title: t('columns.blocks'),
      cell: (row) => (
        <>
          <BlockedReasons reasons={row.blockedBecause} currency={row.currency} />
          {row.overdueMinor > 0 && row.blockedBecause.length === 0 ? t('money.nothingBlocks') : null}
          {mayWriteOff && row.owedMinor < 0 && row.clawbackMinor > 0 ? <ProposeWriteOff row={row} /> : null}
        </>
      ),
      narrow: 'bare',
    },
  ];
  const [one] = new Set(rows.rows.map((row) => row.currency));
  const isWhole = !rows.hasMore && rows.rows.length > 1 && rows.rows.every((row) => row.currency === one);
  const total = (of: (row: OwedRow) => number) => (
    <Money minor={rows.rows.reduce((sum, row) => sum + of(row), 0)} currency={one ?? ''} />
  );
  const segments = [
    { value: '', label: t('money.all') },
    ...STATES.map((value) => ({ value, label: t(`money.state.${value}`) })),
  ];
  return (
    <>
      <SegmentTabs
        label={t('money.title')}
        segments={segments}
        value={state ?? ''}
        onChange={(value) => setFilters({ state: value })}
      />
      <DataTable
        label={t('money.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.partnerId}-${row.currency}`}
        rowTo={(row) => paths.partner({ partnerId: row.partnerId }, { tab: 'money' })}
        {...(isWhole
          ? {
              totals: {
                partner: t('money.total'),
                owed: total((row) => row.owedMinor),
                available: total((row) => row.availableMinor),
                overdue: total((row) => row.overdueMinor),
                pending: total((row) => row.pendingMinor),
                hold: total((row) => row.onHoldMinor),
              },
            }
          : {})}
        empty={
          <EmptyState title={t(state ? 'money.noneSuch' : 'money.none')}>
            {state ? null : t('money.noneText')}
          </EmptyState>
        }
      />
    </>
  );
}

/** Nothing is said quietly, so that the eye finds where there is something. */
function Quiet({ minor, currency }: { minor: number; currency: string }) {
  return <Money minor={minor} currency={currency} tone={minor === 0 ? 'dim' : 'plain'} />;
}
