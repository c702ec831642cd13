import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, PageLink, paths, useWords, type ApiRefusal } from '@mosty/ui-kit';
import { useState } from 'react';
import classes from './entry.module.css';
import { enterByPasskey, hasPasskeys } from './passkeys.ts';
import { PasswordField } from './PasswordField.tsx';
import { signInCall } from './sign-in-call.ts';
import { useTry } from './use-try.ts';

interface Props {
  readonly onEntered: () => void;
  /** The password was right and a code from the app is asked. */
  readonly onCodeAsked: () => void;
}

export function PasswordForm({ onEntered, onCodeAsked }: Props) {
  const t = useWords('identity');
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const attempt = useTry(setRefusal);
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : t('signIn.needEmail')),
      password: (value) => (value ? null : t('signIn.needPassword')),
    },
  });
  return (
    <>
      <FormShell
        form={form}
        submit={t('signIn.enter')}
        busy={attempt.busy}
        refusal={refusal}
        guard={false}
        onSubmit={(values) =>
          attempt.run(async () => {
            const answer = await signInCall('POST', '/sign-in/email', {
              email: values.email.trim(),
              password: values.password,
            });
            if (answer['twoFactorRedirect'] === true) onCodeAsked();
            else onEntered();
          })
        }
      >
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username webauthn"
          {...form.getInputProps('email')}
        />
        <PasswordField
          label={t('signIn.password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
      </FormShell>
      <div className={classes.others}>
        <PageLink to={paths.forgotten()}>{t('signIn.byLink')}</PageLink>
        {hasPasskeys() ? (
          <Button
            variant="default"
            loading={attempt.busy}
            onClick={() =>
              void attempt.run(async () => {
                await enterByPasskey();
                onEntered();
              })
            }
          >
            {t('signIn.byPasskey')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
