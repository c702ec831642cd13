import { Button } from '@mantine/core';
import {
  Badge,
  ConfirmWithConsequence,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  Money,
  PageHeading,
  PageLink,
  paths,
  PlainButton,
  Section,
  toast,
  useFilters,
  useMay,
  useRead,
  useRows,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import {
  DOCUMENT_KINDS,
  exportDocuments,
  listDocuments,
  listMissingReceipts,
  withdrawDocument,
} from '../contract.ts';
import { AttachDocument } from './AttachDocument.tsx';
import { useDocumentColumns } from './DocumentCells.tsx';

/** Which receipts are missing, and those that are there. */
export default function DocumentsScreen() {
  const t = useWords('payouts');
  const [filters, set] = useFilters(paths.documents);
  const partnerId = filters.partner || undefined;
  const missing = useRead(listMissingReceipts, { query: { partnerId } });
  const kind = DOCUMENT_KINDS.find((one) => one === filters.kind);
  const rows = useRows(listDocuments, { query: { partnerId, kind } });
  const mayAttach = useMay('document.attach');
  const mayWithdraw = useMay('document.withdraw');
  const wanting = missing.data?.items ?? [];
  const attached = wanting.find(({ payoutId }) => payoutId === filters.new);
  const columns = useDocumentColumns();
  return (
    <>
      <PageHeading
        title={t('documents.title')}
        answer={
          missing.data
            ? wanting.length > 0
              ? t('documents.missing', { count: wanting.length })
              : t('documents.nothing')
            : null
        }
        actions={
          <ExportMenu
            of={exportDocuments}
            hrefOf={(format) =>
              hrefOf(exportDocuments, {
                query: { ...(partnerId ? { partnerId } : {}), ...(kind ? { kind } : {}), format },
              })
            }
          />
        }
      />
      <FilterBar
        values={filters}
        onChange={set}
        fields={[
          { key: 'partner', kind: 'partner', label: t('documents.search') },
          {
            key: 'kind',
            kind: 'choice',
            label: t('documents.which'),
            options: DOCUMENT_KINDS.map((value) => ({ value, label: t(`documents.kind.${value}`) })),
          },
        ]}
      />
      {wanting.length > 0 ? (
        <Section title={t('documents.wait')}>
          <DataTable
            label={t('documents.wait')}
            rows={wanting}
            rowKey={(row) => row.payoutId}
            columns={[
              {
                id: 'partner',
                title: t('documents.partner'),
                narrow: 'title',
                cell: (row) => (
                  <PageLink to={paths.partner({ partnerId: row.partnerId }, { tab: 'requisites' })}>
                    {row.partnerName}
                  </PageLink>
                ),
              },
              {
                id: 'payout',
                title: t('documents.payout'),
                align: 'right',
                narrow: 'value',
                cell: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
              },
              {
                id: 'due',
                title: t('documents.due'),
                narrow: 'line',
                cell: (row) => (
                  <>
                    <When value={row.dueOn} />{' '}
                    {row.isLate ? <Badge tone="warn">{t('documents.late')}</Badge> : null}
                  </>
                ),
              },
              {
                id: 'do',
                title: '',
                narrow: 'bare',
                cell: (row) =>
                  mayAttach ? (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`${t('documents.attach')}: ${row.partnerName}`}
                      onClick={() => set({ new: row.payoutId })}
                    >
                      {t('documents.attach')}
                    </Button>
                  ) : null,
              },
            ]}
          />
        </Section>
      ) : null}
      <Section title={t('documents.list')}>
        <DataTable
          label={t('documents.list')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            ...columns,
            { id: 'partner', title: t('documents.partner'), narrow: 'line', cell: (row) => row.partnerName },
            {
              id: 'do',
              title: '',
              narrow: 'bare',
              cell: (row) => (mayWithdraw ? <Withdraw documentId={row.id} number={row.number} /> : null),
            },
          ]}
          empty={<EmptyState title={t('documents.emptyTitle')}>{t('documents.emptyText')}</EmptyState>}
        />
      </Section>
      {attached && mayAttach ? (
        <AttachDocument of={attached} own={false} onClose={() => set({ new: '' })} />
      ) : null}
    </>
  );
}

function Withdraw({ documentId, number }: { documentId: string; number: string }) {
  const t = useWords('payouts');
  const verb = useVerb(withdrawDocument, { invalidates: [listDocuments, listMissingReceipts] });
  return (
    <ConfirmWithConsequence
      title={t('documents.withdrawTitle')}
      consequence={t('documents.withdrawText')}
      confirm={t('documents.withdraw')}
      reason={t('documents.withdrawWhy')}
      onConfirm={async (words) => {
        await verb.mutateAsync({ params: { documentId }, body: { words } });
        toast(t('documents.withdrawn'));
      }}
    >
      {(ask) => (
        <PlainButton onClick={ask} aria-label={`${t('documents.withdraw')}: ${number}`}>
          {t('documents.withdraw')}
        </PlainButton>
      )}
    </ConfirmWithConsequence>
  );
}
