import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { movePartner } from '@mosty/lifecycle/contract';
import { DayInput, FormShell, SidePanel, toast, useToday, useVerb, useWords } from '@mosty/ui-kit';
import { CHANGED } from './exit-reads.ts';

/** Everything is closed: the last step, and from what day the partner may come back. */
export function EndParting({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const t = useWords('exits');
  const today = useToday();
  const verb = useVerb(movePartner, { invalidates: CHANGED, onDone: () => toast(t('end.done')) });
  const form = useForm({ initialValues: { returnOn: '', note: '' } });
  return (
    <SidePanel opened onClose={onClose} title={t('end.open')}>
      <p>{t('end.consequence')}</p>
      <FormShell
        form={form}
        submit={t('end.save')}
        onSubmit={({ returnOn, note }) =>
          verb.mutateAsync({
            params: { partnerId: partnerId as never },
            body: {
              to: 'ended',
              ...(returnOn ? { returnOn } : {}),
              ...(note.trim() ? { note: note.trim() } : {}),
            },
          })
        }
        onDone={onClose}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <DayInput
          label={t('end.returnOn')}
          description={t('end.returnHint')}
          min={today}
          {...form.getInputProps('returnOn')}
        />
        <Textarea
          label={t('end.note')}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
      </FormShell>
    </SidePanel>
  );
}
