import { Button } from '@mantine/core';
import { ConfirmWithConsequence, toast, useMay, useVerb, useWords } from '@mosty/ui-kit';
import { dropTrial, listTrials } from '../../contract.ts';
import type { Saved } from './question.ts';

export function DropTrial({ trial, onDone }: { trial: Saved; onDone: () => void }) {
  const t = useWords('incentives-trial');
  const may = useMay('scheme.keep_trial');
  const verb = useVerb(dropTrial, { invalidates: [listTrials] });
  if (!may) return null;
  return (
    <ConfirmWithConsequence
      title={t('saved.dropTitle', { name: trial.name })}
      consequence={t('saved.dropText')}
      confirm={t('saved.drop')}
      onConfirm={async () => {
        await verb.mutateAsync({ params: { trialId: trial.id } });
        toast(t('saved.dropped'));
        onDone();
      }}
    >
      {(ask) => (
        <Button variant="subtle" color="gray" onClick={ask}>
          {t('saved.drop')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
