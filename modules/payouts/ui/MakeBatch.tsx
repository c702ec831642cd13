import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { listBatches, makeBatchOperation, moneyOverview, previewBatchOperation } from '../contract.ts';
import {
  DataTable,
  Figures,
  LinesSkeleton,
  Money,
  paths,
  RefusalNotice,
  Section,
  SidePanel,
  useGo,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import classes from './payouts.module.css';

type LeftOut = AnswerOf<typeof previewBatchOperation>['blocked'][number];

/** Shows what a payout would hold and who would be left out, before anything is made. */
export function MakeBatch({ onClose }: { onClose: () => void }) {
  const t = useWords('payouts');
  const go = useGo();
  const preview = useVerb(previewBatchOperation);
  const make = useVerb(makeBatchOperation, {
    invalidates: [listBatches, moneyOverview],
    onDone: ({ batchId }) => go(paths.payoutBatch({ batchId })),
  });
  const { mutate } = preview;
  useEffect(() => mutate({ body: {} }), [mutate]);
  const found = preview.data;
  const leftOut = (currency: string): readonly Column<LeftOut>[] => [
    { id: 'why', title: t('columns.blocks'), cell: (one) => t(`blockedShort.${one.code}`) },
    {
      id: 'partners',
      title: t('batch.payouts'),
      cell: (one) => one.partners,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'amount',
      title: t('batch.couldBePaid'),
      cell: (one) => <Money minor={one.amountMinor} currency={currency} />,
      align: 'right',
      narrow: 'value',
    },
  ];
  return (
    <SidePanel opened onClose={onClose} title={t('actions.make')}>
      {preview.error ? <RefusalNotice refusal={preview.error} /> : null}
      {found ? (
        <>
          <Figures
            items={[
              {
                label: t('batch.total'),
                value: <Money minor={found.totalMinor} currency={found.currency} />,
              },
              { label: t('batch.payouts'), value: found.payouts },
              { label: t('batch.through'), value: <When value={found.through} /> },
            ]}
          />
          {found.blocked.length > 0 ? (
            <Section title={t('batch.leftOut')}>
              <DataTable
                label={t('batch.leftOut')}
                columns={leftOut(found.currency)}
                rows={found.blocked}
                rowKey={(one) => one.code}
              />
            </Section>
          ) : null}
          <p className={classes.next}>
            {t(
              found.payouts === 0
                ? 'batch.nobody'
                : found.needsSecond
                  ? 'batch.needsTwo'
                  : 'batch.needsAnother',
            )}
          </p>
          {make.error ? <RefusalNotice refusal={make.error} /> : null}
          <Button
            loading={make.isPending}
            disabled={found.payouts === 0}
            aria-description={found.payouts === 0 ? t('batch.nobody') : undefined}
            onClick={() => make.mutate({ body: {} })}
          >
            {t('batch.make')}
          </Button>
        </>
      ) : preview.error ? null : (
        <LinesSkeleton />
      )}
    </SidePanel>
  );
}
