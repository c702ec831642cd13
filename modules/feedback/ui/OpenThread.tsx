import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { KnowsYourWorld, PickPartner, type Picked } from '@mosty/directory/parts';
import { FormShell, SidePanel, toast, useMe, useVerb, useWords } from '@mosty/ui-kit';
import {
  countThreads,
  listThreads,
  openThread,
  THREAD_KINDS,
  type Thread,
  type ThreadKind,
} from '../contract.ts';

/** A new conversation: of the partner's own people, or what one of us heard from a partner. */
export function OpenThread({
  own,
  onClose,
  onOpened,
}: {
  own: boolean;
  onClose: () => void;
  onOpened: (thread: Thread) => void;
}) {
  const t = useWords('feedback');
  const { partnerId } = useMe().member;
  const verb = useVerb(openThread, { invalidates: [listThreads, countThreads] });
  const form = useForm({
    initialValues: { partner: null as Picked | null, kind: 'question' as ThreadKind, title: '', text: '' },
    validate: {
      partner: (value) => (own || value ? null : t('form.needPartner')),
      title: (value) => (value.trim() ? null : t('form.needSubject')),
      text: (value) => (value.trim() ? null : t('thread.needText')),
    },
  });
  async function send({ partner, ...told }: typeof form.values): Promise<void> {
    const opened = await verb.mutateAsync({ body: { ...told, partnerId: partner?.id } });
    toast(t('form.done'));
    onOpened(opened);
  }
  return (
    <SidePanel opened onClose={onClose} title={t(own ? 'form.titleOwn' : 'form.title')}>
      <FormShell
        form={form}
        submit={t(own ? 'form.send' : 'form.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        {own && partnerId ? <KnowsYourWorld partnerId={partnerId} /> : null}
        {own ? null : (
          <PickPartner
            label={t('form.partner')}
            value={form.values.partner}
            onChange={(picked) => form.setFieldValue('partner', picked)}
            error={form.errors['partner']}
          />
        )}
        <Select
          label={t('form.kind')}
          allowDeselect={false}
          data={THREAD_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={t('form.subject')} maxLength={200} {...form.getInputProps('title')} />
        <Textarea
          label={t('form.text')}
          description={t(own ? 'form.textNoteOwn' : 'form.textNote')}
          autosize
          minRows={4}
          {...form.getInputProps('text')}
        />
      </FormShell>
    </SidePanel>
  );
}
