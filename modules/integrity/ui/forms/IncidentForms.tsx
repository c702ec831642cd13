import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, toast, useVerb, useWords } from '@mosty/ui-kit';
import { answerIncident, closeIncident } from '../../contract/flags.ts';
import { CHANGED } from '../flag-reads.ts';
import type { FormProps } from '../FlagForms.tsx';
import { daysAhead } from '../days-ahead.ts';
import classes from '../flags.module.css';

const FIX_DAYS = 7;

export function AnswersForm({ flag: { incident }, onClose }: FormProps) {
  const t = useWords('integrity');
  const verb = useVerb(answerIncident, { invalidates: CHANGED });
  const wanted = (value: string) => (value.trim() ? null : t('incident.need'));
  const form = useForm({
    initialValues: {
      whatBroke: incident?.whatBroke ?? '',
      howFixed: incident?.howFixed ?? '',
      whoAnswers: incident?.whoAnswers ?? '',
      dueOn: incident?.dueOn ?? daysAhead(FIX_DAYS),
    },
    validate: { whatBroke: wanted, howFixed: wanted, whoAnswers: wanted, dueOn: wanted },
  });
  if (!incident) return null;
  return (
    <FormShell
      form={form}
      submit={t('incident.save')}
      onSubmit={(body) => verb.mutateAsync({ params: { incidentId: incident.id }, body })}
      onDone={() => {
        toast(t('incident.saved'));
        onClose();
      }}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <Textarea label={t('incident.whatBroke')} autosize minRows={2} {...form.getInputProps('whatBroke')} />
      <Textarea label={t('incident.howFixed')} autosize minRows={2} {...form.getInputProps('howFixed')} />
      <TextInput label={t('incident.whoAnswers')} maxLength={300} {...form.getInputProps('whoAnswers')} />
      <DayInput label={t('incident.dueOn')} required {...form.getInputProps('dueOn')} />
    </FormShell>
  );
}

export function CloseForm({ flag: { incident }, onClose }: FormProps) {
  const t = useWords('integrity');
  const verb = useVerb(closeIncident, { invalidates: CHANGED });
  const form = useForm({
    initialValues: { fixedOn: daysAhead(0), verifiedHow: '' },
    validate: {
      fixedOn: (value) => (value ? null : t('ask.needDay')),
      verifiedHow: (value) => (value.trim().length >= 3 ? null : t('incident.need')),
    },
  });
  if (!incident) return null;
  return (
    <FormShell
      form={form}
      submit={t('incident.close')}
      onSubmit={(body) => verb.mutateAsync({ params: { incidentId: incident.id }, body })}
      onDone={() => {
        toast(t('incident.done'));
        onClose();
      }}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <DayInput label={t('incident.fixedOn')} required {...form.getInputProps('fixedOn')} />
      <Textarea
        label={t('incident.verifiedHow')}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('verifiedHow')}
      />
      <p className={classes.soft}>{t('incident.closeNote')}</p>
    </FormShell>
  );
}
