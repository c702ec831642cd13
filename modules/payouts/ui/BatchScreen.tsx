import { Button, Menu } from '@mantine/core';
import {
  approveBatchOperation,
  cancelBatchOperation,
  getBatch,
  listBatches,
  listBlocked,
  listPayouts,
  markPaidOperation,
  moneyOverview,
  registerFile,
  sendBatchOperation,
  type BatchShown,
  type PayoutShown,
} from '../contract.ts';
import {
  Badge,
  DataTable,
  EmptyState,
  Figures,
  formatMoney,
  hrefOf,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  Timeline,
  useLanguage,
  useParam,
  useRead,
  useRows,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { IconDownload } from '@tabler/icons-react';
import { BATCH_TONE } from './BatchesScreen.tsx';
import { BlockedReasons } from './BlockedReasons.tsx';
import { Step } from './Step.tsx';

/** One payout from the first list to the bank's answer: each step by whom, and what may be done next. */
export default function BatchScreen() {
  const batchId = useParam('batchId') as BatchShown['id'];
  const read = useRead(getBatch, { params: { batchId } });
  return (
    <Loaded read={read}>
      {(batch) => (
        <>
          <Head batch={batch} />
          <Payouts batch={batch} />
          <LeftOut batch={batch} />
          <Steps batch={batch} />
        </>
      )}
    </Loaded>
  );
}

const CHANGED = [getBatch, listBatches, listPayouts, moneyOverview];

function Head({ batch }: { batch: BatchShown }) {
  const t = useWords('payouts');
  const language = useLanguage();
  const approve = useVerb(approveBatchOperation, { invalidates: CHANGED });
  const send = useVerb(sendBatchOperation, { invalidates: CHANGED });
  const paid = useVerb(markPaidOperation, { invalidates: CHANGED });
  const cancel = useVerb(cancelBatchOperation, { invalidates: CHANGED });
  const params = { batchId: batch.id };
  const sum = formatMoney(batch.totalMinor, batch.currency, language);
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.payouts()}>{t('nav.payouts')}</PageLink>}
        title={t('batch.title', { count: batch.payouts, sum })}
        answer={
          <>
            <Badge tone={BATCH_TONE[batch.state]}>{t(`batchState.${batch.state}`)}</Badge>{' '}
            {batch.cancelReason ??
              t(
                batch.state === 'draft' && batch.approvedAt
                  ? 'batch.next.second'
                  : `batch.next.${batch.state}`,
              )}
          </>
        }
        actions={
          <>
            <Files batch={batch} />
            <Step
              can={batch.can['approve']}
              title={t('batch.approve')}
              text={t('batch.approveText', { sum })}
              act={() => approve.mutateAsync({ params })}
            />
            <Step
              can={batch.can['send']}
              title={t('batch.send')}
              text={t('batch.sendText')}
              act={() => send.mutateAsync({ params })}
            />
            <Step
              can={batch.can['pay']}
              title={t('batch.markPaid')}
              text={t('batch.markPaidText', { sum })}
              act={() => paid.mutateAsync({ params, body: {} })}
            />
            <Step
              can={batch.can['cancel']}
              title={t('batch.cancel')}
              text={t('batch.cancelText')}
              reason={t('batch.cancelReason')}
              act={(reason) => cancel.mutateAsync({ params, body: { reason } })}
            />
          </>
        }
      />
      <Figures
        label={t('batch.figures')}
        items={[
          { label: t('batch.total'), value: <Money minor={batch.totalMinor} currency={batch.currency} /> },
          { label: t('batch.paid'), value: <Money minor={batch.paidMinor} currency={batch.currency} /> },
          { label: t('batch.payOn'), value: <When value={batch.payOn} /> },
          { label: t('batch.through'), value: <When value={batch.through} /> },
          {
            label: t('batch.madeBy'),
            value: batch.people[batch.madeBy] ?? batch.madeBy,
            note:
              batch.state === 'draft' ? t(batch.needsSecond ? 'batch.needsTwo' : 'batch.needsAnother') : null,
          },
        ]}
      />
    </>
  );
}

function Files({ batch }: { batch: BatchShown }) {
  const t = useWords('payouts');
  const language = useLanguage();
  if (batch.state === 'draft' || batch.state === 'cancelled') return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} />}>
          {t('batch.register')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {['csv', 'xlsx', 'pdf', ...batch.bankFormats].map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={hrefOf(registerFile, { params: { batchId: batch.id }, query: { format, language } })}
            download
          >
            {t(`format.${format}`, { defaultValue: format })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Payouts({ batch }: { batch: BatchShown }) {
  const t = useWords('payouts');
  const rows = useRows(listPayouts, { params: { batchId: batch.id } });
  const columns: readonly Column<PayoutShown>[] = [
    { id: 'partner', title: t('columns.partner'), cell: (row) => row.partnerName },
    {
      id: 'earned',
      title: t('batch.earned'),
      cell: (row) => <Money minor={row.earnedMinor} currency={batch.currency} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'carried',
      title: t('batch.carried'),
      cell: (row) =>
        row.carriedMinor > 0 ? <Money minor={-row.carriedMinor} currency={batch.currency} tone="warn" /> : '',
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'amount',
      title: t('batch.amount'),
      cell: (row) => <Money minor={row.amountMinor} currency={batch.currency} strong />,
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'accruals',
      title: t('batch.accruals'),
      cell: (row) => row.accruals,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'state',
      title: t('batch.state'),
      cell: (row) => row.endReason ?? t(`payoutState.${row.state}`),
      narrow: 'bare',
    },
  ];
  const total = (of: (row: PayoutShown) => number) => (
    <Money minor={rows.rows.reduce((sum, row) => sum + of(row), 0)} currency={batch.currency} />
  );
  return (
    <Section title={t('batch.payoutsTitle')}>
      <DataTable
        label={t('batch.payoutsTitle')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.partner({ partnerId: row.partnerId }, { tab: 'money' })}
        {...(rows.hasMore || rows.rows.length < 2
          ? {}
          : {
              totals: {
                partner: t('money.total'),
                earned: total((row) => row.earnedMinor),
                carried: total((row) => -row.carriedMinor),
                amount: total((row) => row.amountMinor),
                accruals: rows.rows.reduce((sum, row) => sum + row.accruals, 0),
              },
            })}
      />
    </Section>
  );
}

type BlockedRow = AnswerOf<typeof listBlocked>['items'][number];

function LeftOut({ batch }: { batch: BatchShown }) {
  const t = useWords('payouts');
  const rows = useRows(listBlocked, { params: { batchId: batch.id } });
  const columns: readonly Column<BlockedRow>[] = [
    { id: 'partner', title: t('columns.partner'), cell: (row) => row.partnerName },
    {
      id: 'amount',
      title: t('batch.amount'),
      cell: (row) => <Money minor={row.amountMinor} currency={batch.currency} />,
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'why',
      title: t('columns.blocks'),
      cell: (row) => <BlockedReasons reasons={row.reasons} currency={batch.currency} />,
      narrow: 'bare',
    },
  ];
  return (
    <Section title={t('batch.leftOut')}>
      <DataTable
        label={t('batch.leftOut')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.partnerId}
        rowTo={(row) => paths.partner({ partnerId: row.partnerId })}
        empty={<EmptyState title={t('batch.nobodyLeftOut')} />}
      />
    </Section>
  );
}

function Steps({ batch }: { batch: BatchShown }) {
  const t = useWords('payouts');
  const person = (id: string | null) => (id ? (batch.people[id] ?? id) : '');
  const steps = [
    {
      id: 'finished',
      at: batch.finishedAt,
      by: batch.finishedBy,
      title: t(batch.state === 'cancelled' ? 'batchState.cancelled' : 'batchState.paid'),
    },
    { id: 'sent', at: batch.sentAt, by: batch.sentBy, title: t('batchState.sent') },
    { id: 'second', at: batch.secondAt, by: batch.secondBy, title: t('batch.second') },
    { id: 'approved', at: batch.approvedAt, by: batch.approvedBy, title: t('batchState.approved') },
    { id: 'made', at: batch.madeAt, by: batch.madeBy, title: t('batch.made') },
  ];
  return (
    <Section title={t('batch.history')}>
      <Timeline
        items={steps.flatMap(({ id, at, by, title }) => (at ? [{ id, at, title, note: person(by) }] : []))}
      />
    </Section>
  );
}
