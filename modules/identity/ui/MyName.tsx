import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getMe, renameMe } from '../contract.ts';
import { FormShell, Section, toast, useMe, useVerb, useWords } from '@mosty/ui-kit';

export function MyName() {
  const t = useWords('identity');
  const { member } = useMe();
  const verb = useVerb(renameMe, { invalidates: [getMe], onDone: () => toast(t('me.savedName')) });
  const form = useForm({
    initialValues: { name: member.name },
    validate: { name: (value) => (value.trim() ? null : t('me.needName')) },
  });
  return (
    <Section title={t('me.name')} note={t('me.nameNote')}>
      <FormShell
        form={form}
        submit={t('me.saveName')}
        busy={verb.isPending}
        refusal={verb.error}
        onSubmit={({ name }) => verb.mutateAsync({ body: { name: name.trim() } })}
      >
        <TextInput aria-label={t('me.name')} autoComplete="name" {...form.getInputProps('name')} />
      </FormShell>
    </Section>
  );
}
