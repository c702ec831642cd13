import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { listBatches, makeBatchOperation, moneyOverview, previewBatchOperation } from '../contract.ts';
import {
  Figures,
  LinesSkeleton,
  Money,
  paths,
  RefusalNotice,
  SidePanel,
  useGo,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';

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
            <>
              <h3>{t('batch.leftOut')}</h3>
              <ul>
                {found.blocked.map((one) => (
                  <li key={one.code}>
                    {t(`blockedShort.${one.code}`)}: {one.partners} ·{' '}
                    <Money minor={one.amountMinor} currency={found.currency} />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          <p>{t(found.needsSecond ? 'batch.needsTwo' : 'batch.needsAnother')}</p>
          {make.error ? <RefusalNotice refusal={make.error} /> : null}
          <Button
            loading={make.isPending}
            disabled={found.payouts === 0}
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
