import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, toast, useVerb, useWords } from '@mosty/ui-kit';
import { askPartner } from '../../contract/flags.ts';
import { CHANGED } from '../flag-reads.ts';
import type { FormProps } from '../FlagForms.tsx';
import { daysAhead } from '../days-ahead.ts';
import { useSaid } from '../say.ts';

const ANSWER_DAYS = 5;

export function AskForm({ flag, onClose }: FormProps) {
  const t = useWords('integrity');
  const said = useSaid();
  const verb = useVerb(askPartner, { invalidates: CHANGED });
  const seen = flag.byHand ? (flag.reason ?? '') : said('measure', flag.measure).replaceAll(/<\/?b>/g, '');
  const form = useForm({
    initialValues: {
      question: t('ask.draft', { what: seen.replace(/\.$/, '') }),
      dueOn: daysAhead(ANSWER_DAYS),
    },
    validate: {
      question: (value) => (value.trim().length >= 3 ? null : t('ask.need')),
      dueOn: (value) => (value ? null : t('ask.needDay')),
    },
  });
  return (
    <FormShell
      form={form}
      submit={t('ask.save')}
      onSubmit={(body) => verb.mutateAsync({ params: { flagId: flag.id }, body })}
      onDone={() => {
        toast(t('ask.done'));
        onClose();
      }}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
      guard={false}
    >
      <Textarea
        label={t('ask.question')}
        description={t('ask.note')}
        autosize
        minRows={4}
        maxLength={2000}
        {...form.getInputProps('question')}
      />
      <DayInput label={t('ask.due')} required {...form.getInputProps('dueOn')} />
    </FormShell>
  );
}
