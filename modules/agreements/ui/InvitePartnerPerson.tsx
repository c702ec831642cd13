import { Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { inviteMember, listInvitations, PARTNER_ROLES } from '@mosty/identity/contract';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import type { PartnerCard } from './PartnerScreen.tsx';

/** Only roles of the partner's side: whoever comes in here sees this partner and nothing else. */
export function InvitePartnerPerson({ partner, onClose }: { partner: PartnerCard; onClose: () => void }) {
  const t = useWords('agreements');
  const verb = useVerb(inviteMember, {
    invalidates: [listInvitations],
    onDone: ({ email }) => {
      toast(t('people.sent', { email }));
      onClose();
    },
  });
  const form = useForm({
    initialValues: { name: '', email: '', role: 'partner_owner' as string, moneyGranted: false },
    validate: {
      name: (value) => (value.trim() ? null : t('people.needName')),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('form.needEmail')),
    },
  });
  const role = PARTNER_ROLES.find((one) => one === form.values.role) ?? 'partner_owner';
  const isStaff = role === 'partner_staff';
  return (
    <SidePanel opened onClose={onClose} title={t('people.inviteTitle', { partner: partner.name })}>
      <FormShell
        form={form}
        submit={t('people.send')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ name, email, moneyGranted }) =>
          verb.mutateAsync({
            body: {
              name: name.trim(),
              email: email.trim(),
              role,
              partnerId: partner.id,
              moneyGranted: isStaff && moneyGranted,
            },
          })
        }
      >
        <TextInput label={t('people.name')} data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={t('people.email')}
          description={t('people.emailHint')}
          type="email"
          {...form.getInputProps('email')}
        />
        <Select
          label={t('people.role')}
          description={t('people.sees', { sees: t(`identity:roles.${role}.sees`) })}
          data={PARTNER_ROLES.map((value) => ({ value, label: t(`identity:roles.${value}.name`) }))}
          allowDeselect={false}
          {...form.getInputProps('role')}
        />
        {isStaff ? (
          <Checkbox label={t('people.money')} {...form.getInputProps('moneyGranted', { type: 'checkbox' })} />
        ) : null}
      </FormShell>
    </SidePanel>
  );
}
