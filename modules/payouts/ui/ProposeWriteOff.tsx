import { Button } from '@mantine/core';
import { ConfirmWithConsequence, toast, useFormat, useVerb, useWords } from '@mosty/ui-kit';
import { listWriteOffs, proposeWriteOffOperation, type OwedRow } from '../contract.ts';

/** Proposes to give up what a partner owes us. Another person decides. */
export function ProposeWriteOff({ row }: { row: OwedRow }) {
  const t = useWords('payouts');
  const format = useFormat();
  const verb = useVerb(proposeWriteOffOperation, {
    invalidates: [listWriteOffs],
    onDone: () => toast(t('writeOffs.proposed')),
  });
  const { partnerId, partnerName, currency } = row;
  return (
    <ConfirmWithConsequence
      title={t('writeOffs.propose')}
      consequence={t('writeOffs.proposeText', {
        partner: partnerName,
        sum: format.money(-row.owedMinor, { currency }),
      })}
      confirm={t('writeOffs.propose')}
      reason={t('writeOffs.proposeReason')}
      onConfirm={(reason) => verb.mutateAsync({ params: { partnerId }, body: { currency, reason } })}
    >
      {(ask) => (
        <Button
          size="compact-sm"
          variant="default"
          onClick={(event) => {
            event.stopPropagation();
            ask();
          }}
        >
          {t('writeOffs.propose')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
