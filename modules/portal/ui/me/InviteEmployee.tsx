import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { inviteMember, listInvitations } from '@mosty/identity/contract';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';

/** An employee only: who else answers for the partner is written down by the company. */
export function InviteEmployee({ onClose }: { onClose: () => void }) {
  const t = useWords('portal');
  const verb = useVerb(inviteMember, {
    invalidates: [listInvitations],
    onDone: ({ email }) => {
      toast(t('me.people.sent', { email }));
      onClose();
    },
  });
  const form = useForm({
    initialValues: { name: '', email: '', moneyGranted: false },
    validate: {
      name: (value) => (value.trim() ? null : t('me.people.needName')),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('me.people.needEmail')),
    },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('me.people.invite')}>
      <FormShell
        form={form}
        submit={t('me.people.send')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ name, email, moneyGranted }) =>
          verb.mutateAsync({
            body: { name: name.trim(), email: email.trim(), role: 'partner_staff', moneyGranted },
          })
        }
      >
        <TextInput label={t('me.people.name')} data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={t('me.people.email')}
          description={t('me.people.emailHint')}
          type="email"
          inputMode="email"
          {...form.getInputProps('email')}
        />
        <Checkbox
          label={t('me.people.money')}
          {...form.getInputProps('moneyGranted', { type: 'checkbox' })}
        />
      </FormShell>
    </SidePanel>
  );
}
