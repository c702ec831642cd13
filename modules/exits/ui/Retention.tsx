import { useForm } from '@mantine/form';
import { DayInput, FormShell, SidePanel, toast, useToday, useVerb, useWords } from '@mosty/ui-kit';
import { setRetention } from '../contract.ts';
import { CHANGED, type ExitPage } from './exit-reads.ts';

interface Props {
  readonly partnerId: string;
  readonly page: ExitPage;
  readonly onClose: () => void;
}

/** The day until which the people of the partner are still known by name. */
export function Retention({ partnerId, page, onClose }: Props) {
  const t = useWords('exits');
  const today = useToday();
  const verb = useVerb(setRetention, { invalidates: CHANGED, onDone: () => toast(t('retention.done')) });
  const form = useForm({
    initialValues: { on: page.retentionOn ?? page.retentionProposed },
    validate: { on: (value) => (value ? null : t('retention.needDay')) },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('retention.open')}>
      <FormShell
        form={form}
        submit={t('retention.save')}
        onSubmit={({ on }) => verb.mutateAsync({ params: { partnerId }, body: { on } })}
        onDone={onClose}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <DayInput
          label={t('retention.day')}
          description={t('retention.hint')}
          min={today}
          {...form.getInputProps('on')}
        />
      </FormShell>
    </SidePanel>
  );
}
