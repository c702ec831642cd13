import { Button } from '@mantine/core';
import { ConfirmWithConsequence, DayInput, toast, useToday, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { endAssignment, getScheme, listSchemes } from '../contract.ts';

/** Ends an assignment on a day: the first on which the scheme pays no more. */
export function EndAssignment({ assignmentId }: { assignmentId: string }) {
  const t = useWords('incentives');
  const today = useToday();
  const [day, setDay] = useState<string>(today);
  const verb = useVerb(endAssignment, { invalidates: [getScheme, listSchemes] });
  return (
    <ConfirmWithConsequence
      title={t('scheme.endTitle')}
      consequence={<DayInput aria-label={t('scheme.endTitle')} value={day} onChange={setDay} />}
      confirm={t('scheme.endSubmit')}
      onConfirm={async () => {
        await verb.mutateAsync({ params: { assignmentId }, body: { validTo: day } });
        toast(t('scheme.ended'));
      }}
    >
      {(ask) => (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={ask}>
          {t('scheme.end')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
