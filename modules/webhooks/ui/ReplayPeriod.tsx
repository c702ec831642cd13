import { Radio, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { getEndpoint, listDeliveries, replayPeriod } from '../contract.ts';
import classes from './webhooks.module.css';

interface Values {
  from: string;
  to: string;
  what: 'undelivered' | 'all';
}

/** Days of the reader's calendar, both included. */
export function ReplayPeriod({ endpointId, onClose }: { endpointId: string; onClose: () => void }) {
  const t = useWords('webhooks');
  const verb = useVerb(replayPeriod, {
    invalidates: [getEndpoint, listDeliveries],
    onDone: ({ queued }) => {
      toast(t('one.replayed', { count: queued }));
      onClose();
    },
  });
  const form = useForm<Values>({
    initialValues: { from: '', to: '', what: 'undelivered' },
    validate: {
      from: (value) => (value ? null : t('one.needDays')),
      to: (value) => (value ? null : t('one.needDays')),
    },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('one.replayTitle')}>
      <FormShell
        form={form}
        submit={t('one.replaySubmit')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ from, to, what }) =>
          verb.mutateAsync({
            params: { endpointId },
            body: { from: startOf(from).toISOString(), to: endOf(to).toISOString(), what },
          })
        }
      >
        <TextInput type="date" label={t('one.replayFrom')} data-autofocus {...form.getInputProps('from')} />
        <TextInput type="date" label={t('one.replayTo')} {...form.getInputProps('to')} />
        <Radio.Group
          label={t('one.replayWhat')}
          description={t('one.replayHint')}
          {...form.getInputProps('what')}
        >
          <div className={classes.events}>
            <Radio value="undelivered" label={t('one.replayUndelivered')} />
            <Radio value="all" label={t('one.replayAll')} />
          </div>
        </Radio.Group>
      </FormShell>
    </SidePanel>
  );
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00`);
}

function endOf(day: string): Date {
  const at = startOf(day);
  at.setDate(at.getDate() + 1);
  return at;
}
