import { Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { listMySessions } from '../contract.ts';
import { FormShell, Section, toast, useWords, type ApiRefusal } from '@mosty/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PasswordField } from './PasswordField.tsx';
import { signInCall } from './sign-in-call.ts';
import { useTry } from './use-try.ts';

export function MyPassword({ hasPassword }: { hasPassword: boolean }) {
  const t = useWords('identity');
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const attempt = useTry(setRefusal);
  const form = useForm({
    initialValues: { current: '', next: '', endOthers: true },
    validate: {
      current: (value) => (value ? null : t('signIn.needPassword')),
      next: (value) => (value.length >= 10 ? null : t('password.short')),
    },
  });
  if (!hasPassword) {
    return (
      <Section title={t('me.password')}>
        <p>{t('me.noPassword')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('me.password')} note={t('me.passwordNote')}>
      <FormShell
        form={form}
        submit={t('me.savePassword')}
        busy={attempt.busy}
        refusal={refusal}
        guard={false}
        onSubmit={({ current, next, endOthers }) =>
          attempt.run(async () => {
            const body = { currentPassword: current, newPassword: next, revokeOtherSessions: endOthers };
            await signInCall('POST', '/change-password', body);
            form.reset();
            await queries.invalidateQueries({ queryKey: [listMySessions.id] });
            toast(t('me.savedPassword'));
          })
        }
      >
        <PasswordField
          label={t('me.current')}
          autoComplete="current-password"
          {...form.getInputProps('current')}
        />
        <PasswordField label={t('me.next')} autoComplete="new-password" {...form.getInputProps('next')} />
        <Checkbox label={t('me.endOthers')} {...form.getInputProps('endOthers', { type: 'checkbox' })} />
      </FormShell>
    </Section>
  );
}
