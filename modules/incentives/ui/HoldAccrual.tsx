import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { addDays } from '@mosty/kernel/time';
import { DayInput, FormShell, SidePanel, toast, useToday, useVerb, useWords } from '@mosty/ui-kit';
import { getAccrual, listAccruals, listHolds, placeHold } from '../contract.ts';

/** A held accrual has a reason, a date and a person (money.md 5); the partner reads the reason too. */
export function HoldAccrual({ accrualId, onClose }: { accrualId: string; onClose: () => void }) {
  const t = useWords('incentives');
  const today = useToday();
  const verb = useVerb(placeHold, { invalidates: [getAccrual, listAccruals, listHolds] });
  const form = useForm({
    initialValues: { reason: '', until: addDays(today, 14) as string },
    validate: {
      reason: (value) => (value.trim().length >= 3 ? null : t('hold.needReason')),
      until: (value) => (value > today ? null : t('hold.needDay')),
    },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('hold.title')}>
      <FormShell
        form={form}
        submit={t('hold.submit')}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onSubmit={async ({ reason, until }) => {
          await verb.mutateAsync({ body: { accrualIds: [accrualId], reason: reason.trim(), until } });
          toast(t('hold.done'));
          onClose();
        }}
      >
        <Textarea label={t('hold.reason')} autosize minRows={2} required {...form.getInputProps('reason')} />
        <DayInput label={t('hold.until')} required {...form.getInputProps('until')} />
      </FormShell>
    </SidePanel>
  );
}
