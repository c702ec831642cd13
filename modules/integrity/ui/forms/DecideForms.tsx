import { Checkbox, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, toast, useVerb, useWords } from '@mosty/ui-kit';
import { liftFlag, makeIncident } from '../../contract/flags.ts';
import { CHANGED } from '../flag-reads.ts';
import type { FormProps } from '../FlagForms.tsx';
import classes from '../flags.module.css';

export function LiftForm({ flag, onClose }: FormProps) {
  const t = useWords('integrity');
  const verb = useVerb(liftFlag, { invalidates: CHANGED });
  const form = useForm({
    initialValues: { explanation: '', falseAlarm: false },
    validate: { explanation: (value) => (value.trim().length >= 3 ? null : t('lift.need')) },
  });
  return (
    <FormShell
      form={form}
      submit={t('lift.save')}
      onSubmit={(body) => verb.mutateAsync({ params: { flagId: flag.id }, body })}
      onDone={() => {
        toast(t('lift.done'));
        onClose();
      }}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <Textarea
        label={t('lift.explanation')}
        autosize
        minRows={3}
        maxLength={1000}
        {...form.getInputProps('explanation')}
      />
      <Checkbox label={t('lift.falseAlarm')} {...form.getInputProps('falseAlarm', { type: 'checkbox' })} />
      <p className={classes.soft}>{t('lift.note')}</p>
    </FormShell>
  );
}

export function IncidentForm({ flag, onClose }: FormProps) {
  const t = useWords('integrity');
  const verb = useVerb(makeIncident, { invalidates: CHANGED });
  const form = useForm({ initialValues: {} });
  return (
    <FormShell
      form={form}
      submit={t('incident.make')}
      onSubmit={() => verb.mutateAsync({ params: { flagId: flag.id } })}
      onDone={onClose}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <p>{t('incident.sure')}</p>
    </FormShell>
  );
}
