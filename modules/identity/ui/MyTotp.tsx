import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getMySignIn } from '../contract.ts';
import { FormShell, Section, SidePanel, toast, useWords, type ApiRefusal } from '@mosty/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConnectApp, type Secret } from './ConnectApp.tsx';
import { PasswordField } from './PasswordField.tsx';
import { signInCall } from './sign-in-call.ts';
import { useTry } from './use-try.ts';

/** The second lock. Turning it on or off asks the password: an open laptop is not enough. */
export function MyTotp({ on, hasPassword }: { on: boolean; hasPassword: boolean }) {
  const t = useWords('identity');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<Secret | null>(null);
  const close = (): void => {
    setAsking(false);
    setSecret(null);
  };
  const done = async (words: string): Promise<void> => {
    close();
    await queries.invalidateQueries({ queryKey: [getMySignIn.id] });
    toast(words);
  };
  return (
    <Section
      title={t('me.totp')}
      note={t(on ? 'me.totpOn' : 'me.totpOff')}
      actions={
        hasPassword ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t(on ? 'me.totpDisable' : 'me.totpEnable')}
          </Button>
        ) : null
      }
    >
      <SidePanel opened={asking} onClose={close} title={t(on ? 'me.totpOffTitle' : 'me.totp')}>
        {secret ? (
          <ConnectApp secret={secret} onDone={() => void done(t('me.totpDone'))} />
        ) : (
          <AskPassword
            note={t(on ? 'me.totpOffText' : 'me.totpOff')}
            submit={t(on ? 'me.totpDisable' : 'me.totpStart')}
            onPassword={async (password) => {
              if (on) {
                await signInCall('POST', '/two-factor/disable', { password });
                await done(t('me.totpOffDone'));
                return;
              }
              const answer = await signInCall('POST', '/two-factor/enable', { password });
              const codes = answer['backupCodes'];
              setSecret({
                address: String(answer['totpURI']),
                backupCodes: Array.isArray(codes) ? codes.map(String) : [],
              });
            }}
          />
        )}
      </SidePanel>
    </Section>
  );
}

interface AskProps {
  readonly note: string;
  readonly submit: string;
  readonly onPassword: (password: string) => Promise<void>;
}

function AskPassword({ note, submit, onPassword }: AskProps) {
  const t = useWords('identity');
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const attempt = useTry(setRefusal);
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value ? null : t('signIn.needPassword')) },
  });
  return (
    <FormShell
      form={form}
      submit={submit}
      busy={attempt.busy}
      refusal={refusal}
      guard={false}
      onSubmit={({ password }) => attempt.run(() => onPassword(password))}
    >
      <p>{note}</p>
      <PasswordField
        label={t('me.totpPassword')}
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('password')}
      />
    </FormShell>
  );
}
