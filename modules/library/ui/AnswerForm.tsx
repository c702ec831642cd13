import { Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import {
  changeAnswer,
  countMaterials,
  listAnswers,
  readKits,
  writeAnswer,
  type LibraryAnswer,
} from '../contract.ts';

const TOUCHES = [listAnswers, countMaterials, readKits];

/** One answer to one question: who asks next gets the same. */
export function AnswerForm({ answer, onClose }: { answer?: LibraryAnswer; onClose: () => void }) {
  const t = useWords('library');
  const write = useVerb(writeAnswer, { invalidates: TOUCHES });
  const change = useVerb(changeAnswer, { invalidates: TOUCHES });
  const form = useForm({
    initialValues: {
      question: answer?.question ?? '',
      answer: answer?.answer ?? '',
      forPartners: answer?.forPartners ?? true,
    },
    validate: {
      question: (value) => (value.trim().length >= 3 ? null : t('answers.needQuestion')),
      answer: (value) => (value.trim() ? null : t('answers.needAnswer')),
    },
  });
  async function send(body: typeof form.values): Promise<void> {
    if (answer)
      await change.mutateAsync({ params: { answerId: answer.id }, body: { ...body, state: 'published' } });
    else await write.mutateAsync({ body });
    toast(t('answers.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t(answer ? 'answers.edit' : 'add.answer')}>
      <FormShell
        form={form}
        submit={t('form.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={write.isPending || change.isPending}
        refusal={write.error ?? change.error}
      >
        <TextInput label={t('answers.question')} maxLength={300} {...form.getInputProps('question')} />
        <Textarea
          label={t('answers.answer')}
          autosize
          minRows={5}
          maxLength={4000}
          {...form.getInputProps('answer')}
        />
        <Switch
          label={t('answers.forPartners')}
          {...form.getInputProps('forPartners', { type: 'checkbox' })}
        />
      </FormShell>
    </SidePanel>
  );
}
