import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { KINDS, type Kind } from '@mosty/agreements/contract';
import { DayInput, FormShell, SidePanel, toast, useToday, useVerb, useWords } from '@mosty/ui-kit';
import { changeIdea, listIdeas, proposeIdea, type Idea } from '../contract.ts';

/** A season, a launch, a trend: what to do together, and in which days. */
export function IdeaForm({ idea, onClose }: { idea?: Idea; onClose: () => void }) {
  const t = useWords('library');
  const words = useWords('agreements');
  const today = useToday();
  const propose = useVerb(proposeIdea, { invalidates: [listIdeas] });
  const change = useVerb(changeIdea, { invalidates: [listIdeas] });
  const form = useForm({
    initialValues: {
      title: idea?.title ?? '',
      words: idea?.words ?? '',
      fromOn: idea?.fromOn ?? today,
      tillOn: idea?.tillOn ?? '',
      kinds: idea ? [...idea.kinds] : ([] as Kind[]),
    },
    validate: {
      title: (value) => (value.trim() ? null : t('form.needTitle')),
      words: (value) => (value.trim() ? null : t('form.needBody')),
      fromOn: (value) => (value ? null : t('ideas.needDay')),
      tillOn: (value, { fromOn }) => (value && value >= fromOn ? null : t('ideas.needDay')),
    },
  });
  async function send(body: typeof form.values): Promise<void> {
    if (idea) await change.mutateAsync({ params: { ideaId: idea.id }, body });
    else await propose.mutateAsync({ body });
    toast(t('ideas.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t(idea ? 'ideas.edit' : 'add.idea')}>
      <FormShell
        form={form}
        submit={t('form.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={propose.isPending || change.isPending}
        refusal={propose.error ?? change.error}
      >
        <TextInput label={t('form.title')} maxLength={200} {...form.getInputProps('title')} />
        <Textarea
          label={t('ideas.words')}
          autosize
          minRows={4}
          maxLength={4000}
          {...form.getInputProps('words')}
        />
        <DayInput label={t('ideas.from')} {...form.getInputProps('fromOn')} />
        <DayInput label={t('ideas.till')} min={form.values.fromOn} {...form.getInputProps('tillOn')} />
        <MultiSelect
          label={t('form.kinds')}
          description={t('form.kindsNote')}
          data={KINDS.map((value) => ({ value, label: words(`kind.${value}`) }))}
          {...form.getInputProps('kinds')}
        />
      </FormShell>
    </SidePanel>
  );
}
