import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { changeRole, listMembers, PARTNER_ROLES, TEAM_ROLES, type Role } from '../contract.ts';
import { FormShell, SidePanel, toast, useMe, useVerb, useWords } from '@mosty/ui-kit';
import type { PersonRow } from './PeopleTable.tsx';
import classes from './settings.module.css';

export function ChangeRole({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const t = useWords('identity');
  const me = useMe();
  const verb = useVerb(changeRole, {
    invalidates: [listMembers],
    onDone: () => {
      toast(t('people.saved'));
      onClose();
    },
  });
  const side: readonly Role[] = person.partnerId === null ? TEAM_ROLES : PARTNER_ROLES;
  const roles = side.filter((role) => role !== 'owner' || me.member.role === 'owner');
  const form = useForm({
    initialValues: { role: person.role as string, reason: '' },
    validate: { reason: (value) => (value.trim().length >= 3 ? null : t('people.reasonHint')) },
  });
  const chosen = roles.find((role) => role === form.values.role) ?? person.role;
  return (
    <SidePanel opened onClose={onClose} title={t('people.changeTitle', { name: person.name })}>
      <p className={classes.faint} style={{ marginBottom: 20 }}>
        {t('people.changeText')}
      </p>
      <FormShell
        form={form}
        submit={t('people.save')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ reason }) =>
          verb.mutateAsync({ params: { memberId: person.id }, body: { role: chosen, reason: reason.trim() } })
        }
      >
        <Select
          label={t('people.newRole')}
          description={t('people.sees', { sees: t(`roles.${chosen}.sees`) })}
          data={roles.map((role) => ({ value: role, label: t(`roles.${role}.name`) }))}
          {...form.getInputProps('role')}
        />
        <Textarea
          label={t('people.reason')}
          description={t('people.reasonHint')}
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
      </FormShell>
    </SidePanel>
  );
}
