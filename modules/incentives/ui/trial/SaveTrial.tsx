import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, paths, SidePanel, toast, useFilters, useVerb, useWords } from '@mosty/ui-kit';
import { listTrials, saveTrial } from '../../contract.ts';
import type { Question } from './question.ts';

/** Keeps the question under a name; the page then stands at its own address. */
export function SaveTrial({ question, onClose }: { question: Question; onClose: () => void }) {
  const t = useWords('incentives-trial');
  const [, setFilters] = useFilters(paths.calculator);
  const verb = useVerb(saveTrial, {
    invalidates: [listTrials],
    onDone: ({ id }) => {
      toast(t('saved.done'));
      onClose();
      setFilters({ saved: id });
    },
  });
  const form = useForm({
    initialValues: {
      name: question.schemes
        .map(({ name }) => name)
        .join(' / ')
        .slice(0, 200),
    },
    validate: { name: (value) => (value.trim() ? null : t('saved.needName')) },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('saved.save')}>
      <p>{t('saved.saveNote')}</p>
      <FormShell
        form={form}
        submit={t('saved.save')}
        onSubmit={({ name }) => verb.mutateAsync({ body: { name, ...question } })}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
      >
        <TextInput label={t('saved.name')} required maxLength={200} {...form.getInputProps('name')} />
      </FormShell>
    </SidePanel>
  );
}
