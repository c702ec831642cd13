import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, SidePanel, toast, useMe, useToday, useVerb, useWords } from '@mosty/ui-kit';
import { listLaunches, readLaunch, recordLiveSession, type Launch } from '../contract.ts';

interface Props {
  readonly partnerId: Launch['partner']['id'];
  readonly onClose: () => void;
}

/** A talk that was held. */
export function RecordSession({ partnerId, onClose }: Props) {
  const t = useWords('onboarding');
  const { member } = useMe();
  const today = useToday();
  const verb = useVerb(recordLiveSession, { invalidates: [readLaunch, listLaunches] });
  const need = (value: string) => (value.trim() ? null : t('session.need'));
  const form = useForm({
    initialValues: { heldOn: today, topic: '', ledBy: member.name, joined: '', notes: '' },
    validate: { heldOn: need, topic: need, ledBy: need, joined: need },
  });
  async function send({ notes, ...told }: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { partnerId }, body: { ...told, notes: notes.trim() || null } });
    toast(t('step.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('session.title')}>
      <FormShell
        form={form}
        submit={t('step.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <DayInput label={t('session.heldOn')} max={today} {...form.getInputProps('heldOn')} />
        <TextInput label={t('session.topic')} maxLength={300} {...form.getInputProps('topic')} />
        <TextInput label={t('session.ledBy')} maxLength={300} {...form.getInputProps('ledBy')} />
        <TextInput label={t('session.joined')} maxLength={500} {...form.getInputProps('joined')} />
        <Textarea
          label={t('session.notes')}
          description={t('session.notesHint')}
          autosize
          minRows={3}
          maxLength={4000}
          {...form.getInputProps('notes')}
        />
      </FormShell>
    </SidePanel>
  );
}
