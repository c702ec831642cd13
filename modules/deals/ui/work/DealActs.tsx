import { Select } from '@mantine/core';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { Act, ConfirmWithConsequence, toast, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import {
  approveDeal,
  askClient,
  extendProtection,
  listDealCards,
  readBoard,
  readDealCard,
  rejectDeal,
  withdrawDeal,
} from '../../contract.ts';
import type { DealCard } from './DealCardScreen.tsx';
import classes from './work.module.css';

const READS = [readDealCard, listDealCards, readBoard];

/** What may be answered to a registration now; what may not says why. */
export function DealActs({ deal }: { deal: DealCard }) {
  const t = useWords('deals');
  const [partner, setPartner] = useState<Picked | null>(null);
  const [clientId, setClientId] = useState<string | null>(null);
  const params = { dealId: deal.id };
  const approve = useVerb(approveDeal, {
    invalidates: READS,
    onDone: () => toast(t('work.card.approveDone')),
  });
  const reject = useVerb(rejectDeal, { invalidates: READS });
  const extend = useVerb(extendProtection, { invalidates: READS });
  const withdraw = useVerb(withdrawDeal, { invalidates: READS });
  const ask = useVerb(askClient, { invalidates: READS, onDone: () => toast(t('work.card.asked')) });
  const waits = deal.registration === 'pending' || deal.registration === 'conflicted';
  return (
    <div className={classes.acts}>
      {waits ? (
        <>
          <ConfirmWithConsequence
            title={t('work.card.approve')}
            consequence={
              <>
                <p className={classes.text}>{t('work.card.approveConsequence')}</p>
                {deal.partner ? null : (
                  <PickPartner
                    label={t('work.card.whose')}
                    description={t('work.card.whoseNote', { name: deal.namedRegistrant })}
                    value={partner}
                    onChange={setPartner}
                  />
                )}
                {deal.likenesses.length > 0 ? (
                  <Select
                    label={t('work.card.sameClient')}
                    description={t('work.card.sameClientNote')}
                    data={deal.likenesses.map(({ client }) => ({ value: client.id, label: client.name }))}
                    clearable
                    value={clientId}
                    onChange={setClientId}
                  />
                ) : null}
              </>
            }
            confirm={t('work.card.approve')}
            onConfirm={() =>
              approve.mutateAsync({
                params,
                body: {
                  ...(partner ? { partnerId: partner.id } : {}),
                  ...(clientId ? { clientId } : {}),
                },
              })
            }
          >
            {(open) => (
              <Act can={deal.can['approve']} onClick={open}>
                {t('work.card.approve')}
              </Act>
            )}
          </ConfirmWithConsequence>
          <ConfirmWithConsequence
            title={t('work.card.reject')}
            consequence={t('work.card.rejectConsequence')}
            reason={t('work.card.reason')}
            confirm={t('work.card.reject')}
            onConfirm={(reason) => reject.mutateAsync({ params, body: { reason } })}
          >
            {(open) => (
              <Act can={deal.can['reject']} variant="default" onClick={open}>
                {t('work.card.reject')}
              </Act>
            )}
          </ConfirmWithConsequence>
          {deal.handoverBasis === 'confirmation_letter' && !deal.clientConfirmedAt ? (
            <Act
              can={deal.can['reject']}
              variant="default"
              loading={ask.isPending}
              onClick={() => ask.mutate({ params, body: {} })}
            >
              {t('work.card.ask')}
            </Act>
          ) : null}
        </>
      ) : null}
      {deal.registration === 'approved' && deal.outcome === null ? (
        <ConfirmWithConsequence
          title={t('work.card.extend')}
          consequence={t('work.card.extendConsequence')}
          reason={t('work.card.reason')}
          confirm={t('work.card.extend')}
          onConfirm={(reason) => extend.mutateAsync({ params, body: { reason } })}
        >
          {(open) => (
            <Act can={deal.can['extend']} variant="default" onClick={open}>
              {t('work.card.extend')}
            </Act>
          )}
        </ConfirmWithConsequence>
      ) : null}
      {waits || (deal.registration === 'approved' && deal.outcome === null) ? (
        <ConfirmWithConsequence
          title={t('work.card.withdraw')}
          consequence={t('work.card.withdrawConsequence')}
          reason={t('work.card.reason')}
          confirm={t('work.card.withdraw')}
          onConfirm={(reason) => withdraw.mutateAsync({ params, body: { reason } })}
        >
          {(open) => (
            <Act can={deal.can['withdraw']} variant="subtle" color="gray" onClick={open}>
              {t('work.card.withdraw')}
            </Act>
          )}
        </ConfirmWithConsequence>
      ) : null}
    </div>
  );
}
