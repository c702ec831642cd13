import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { inviteMember, listInvitations, TEAM_ROLES } from '../contract.ts';
import { FormShell, SidePanel, toast, useMe, useVerb, useWords } from '@mosty/ui-kit';

/** People of the company. A partner's people are invited from the partner's own card. */
export function InvitePerson({ onClose }: { onClose: () => void }) {
  const t = useWords('identity');
  const me = useMe();
  const verb = useVerb(inviteMember, {
    invalidates: [listInvitations],
    onDone: ({ email }) => {
      toast(t('invite.sent', { email }));
      onClose();
    },
  });
  const roles = TEAM_ROLES.filter((role) => role !== 'owner' || me.member.role === 'owner');
  const form = useForm({
    initialValues: { name: '', email: '', role: 'manager' as string },
    validate: {
      name: (value) => (value.trim() ? null : t('invite.needName')),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('invite.needEmail')),
    },
  });
  const chosen = roles.find((role) => role === form.values.role) ?? 'manager';
  return (
    <SidePanel opened onClose={onClose} title={t('invite.title')}>
      <FormShell
        form={form}
        submit={t('invite.send')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ name, email }) =>
          verb.mutateAsync({ body: { name: name.trim(), email: email.trim(), role: chosen } })
        }
      >
        <TextInput label={t('invite.name')} data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={t('invite.email')}
          description={t('invite.emailHint')}
          type="email"
          {...form.getInputProps('email')}
        />
        <Select
          label={t('invite.role')}
          description={t('people.sees', { sees: t(`roles.${chosen}.sees`) })}
          data={roles.map((role) => ({ value: role, label: t(`roles.${role}.name`) }))}
          {...form.getInputProps('role')}
        />
      </FormShell>
    </SidePanel>
  );
}
