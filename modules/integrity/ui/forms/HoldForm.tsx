import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, toast, useVerb, useWords } from '@mosty/ui-kit';
import { holdForFlag } from '../../contract/flags.ts';
import { CHANGED } from '../flag-reads.ts';
import type { FormProps } from '../FlagForms.tsx';
import { daysAhead } from '../days-ahead.ts';
import classes from '../flags.module.css';

const DECIDE_DAYS = 10;
const WHAT = ['everything', 'suspicious'] as const;

export function HoldForm({ flag, onClose }: FormProps) {
  const t = useWords('integrity');
  const verb = useVerb(holdForFlag, { invalidates: CHANGED });
  const form = useForm({
    initialValues: { reason: '', until: daysAhead(DECIDE_DAYS), what: 'everything' as (typeof WHAT)[number] },
    validate: {
      reason: (value) => (value.trim().length >= 3 ? null : t('hold.need')),
      until: (value) => (value ? null : t('ask.needDay')),
    },
  });
  return (
    <FormShell
      form={form}
      submit={t('hold.save')}
      onSubmit={(body) => verb.mutateAsync({ params: { flagId: flag.id }, body })}
      onDone={() => {
        toast(t('hold.done'));
        onClose();
      }}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <Select
        label={t('hold.what')}
        allowDeselect={false}
        data={WHAT.map((value) => ({ value, label: t(`hold.of.${value}`) }))}
        {...form.getInputProps('what')}
      />
      <Textarea
        label={t('hold.reason')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
      <DayInput label={t('hold.until')} required {...form.getInputProps('until')} />
      <p className={classes.soft}>{t('hold.note')}</p>
    </FormShell>
  );
}
