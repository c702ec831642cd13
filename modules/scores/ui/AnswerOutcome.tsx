import { Radio, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, SidePanel, toast, useToday, useVerb, useWords } from '@mosty/ui-kit';
import {
  answerOutcome,
  listOutcomes,
  listScores,
  OUTCOME_ANSWERS,
  readScores,
  type Outcome,
  type OutcomeAnswer,
} from '../contract.ts';

/** One question to a client, and its answer in its own words. */
export function AnswerOutcome({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const t = useWords('scores');
  const today = useToday();
  const verb = useVerb(answerOutcome, {
    invalidates: [listOutcomes, readScores, listScores],
    onDone: () => {
      toast(t('outcome.saved'));
      onClose();
    },
  });
  const form = useForm<{ answer: OutcomeAnswer; answeredOn: string; said: string }>({
    initialValues: { answer: 'better', answeredOn: today, said: '' },
  });
  return (
    <SidePanel opened onClose={onClose} title={outcome.client.name}>
      <FormShell
        form={form}
        submit={t('outcome.write')}
        busy={verb.isPending}
        refusal={verb.error}
        onCancel={onClose}
        onSubmit={({ said, ...told }) =>
          verb.mutateAsync({
            params: { outcomeId: outcome.id },
            body: { ...told, said: said.trim() || undefined },
          })
        }
      >
        <Radio.Group label={t('outcome.question')} {...form.getInputProps('answer')}>
          {OUTCOME_ANSWERS.map((value) => (
            <Radio key={value} value={value} label={t(`outcome.answers.${value}`)} />
          ))}
        </Radio.Group>
        <DayInput label={t('outcome.on')} required max={today} {...form.getInputProps('answeredOn')} />
        <Textarea label={t('outcome.words')} autosize minRows={2} {...form.getInputProps('said')} />
      </FormShell>
    </SidePanel>
  );
}
