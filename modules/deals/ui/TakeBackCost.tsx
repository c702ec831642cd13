import { Button } from '@mantine/core';
import { listCosts } from '@mosty/insight/contract';
import { ConfirmWithConsequence, toast, useFormat, useVerb, useWords, type AnswerOf } from '@mosty/ui-kit';
import { reverseCost } from '../contract.ts';

export type Cost = AnswerOf<typeof listCosts>['items'][number];

/** A cost recorded by mistake: it counts no more, and the journal keeps why. */
export function TakeBackCost({ cost }: { cost: Cost }) {
  const t = useWords('deals');
  const format = useFormat();
  const verb = useVerb(reverseCost, {
    invalidates: [listCosts],
    onDone: () => toast(t('costs.takenBack')),
  });
  return (
    <ConfirmWithConsequence
      title={t('costs.takeBackTitle', { sum: format.money(cost.amountMinor, { currency: cost.currency }) })}
      consequence={t('costs.takeBackText')}
      confirm={t('costs.takeBack')}
      reason={t('costs.takeBackReason')}
      onConfirm={(reason) => verb.mutateAsync({ params: { costId: cost.id }, body: { reason } })}
    >
      {(ask) => (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={ask}>
          {t('costs.takeBack')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
