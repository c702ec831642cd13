import { Button, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  PageLink,
  paths,
  RefusalNotice,
  toast,
  useGo,
  useWords,
  type ApiRefusal,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { CodeForm } from './CodeForm.tsx';
import classes from './entry.module.css';
import { PasswordField } from './PasswordField.tsx';
import { signInCall } from './sign-in-call.ts';
import { useTry } from './use-try.ts';

/** One page for everything that goes by a letter: asking for a link, entering by one, choosing a new password. */
export default function SignInLink() {
  const asked = new URLSearchParams(window.location.search);
  const token = asked.get('token');
  const reset = asked.get('reset');
  if (token) return <EnterByLink token={token} />;
  return reset ? <NewPassword token={reset} /> : <AskForLink />;
}

/** A press, not the mere opening: programs that check letters open links too, and this one works once. */
function EnterByLink({ token }: { token: string }) {
  const t = useWords('identity');
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [codeAsked, setCodeAsked] = useState(false);
  const attempt = useTry(setRefusal);
  const enter = (): void => window.location.assign(paths.channel());
  if (codeAsked) return <CodeForm onEntered={enter} onAgain={() => window.location.assign(paths.signIn())} />;
  return (
    <>
      <Title order={1}>{t('link.enterTitle')}</Title>
      <p className={classes.lead}>{t('link.enterText')}</p>
      <div className={classes.fields}>
        <RefusalNotice refusal={refusal} />
        <div>
          <Button
            loading={attempt.busy}
            disabled={refusal !== null}
            onClick={() =>
              void attempt.run(async () => {
                const answer = await signInCall(
                  'GET',
                  `/magic-link/verify?token=${encodeURIComponent(token)}`,
                );
                if (answer['twoFactorRedirect'] === true) setCodeAsked(true);
                else enter();
              })
            }
          >
            {t('link.enter')}
          </Button>
        </div>
        {refusal ? <PageLink to={paths.signIn()}>{t('link.back')}</PageLink> : null}
      </div>
    </>
  );
}

function NewPassword({ token }: { token: string }) {
  const t = useWords('identity');
  const go = useGo();
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const attempt = useTry(setRefusal);
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value.length >= 10 ? null : t('password.short')) },
  });
  return (
    <>
      <Title order={1}>{t('link.resetTitle')}</Title>
      <p className={classes.lead}>{t('link.resetText')}</p>
      <div className={classes.fields}>
        <FormShell
          form={form}
          submit={t('link.save')}
          busy={attempt.busy}
          refusal={refusal}
          guard={false}
          onSubmit={({ password }) =>
            attempt.run(async () => {
              await signInCall('POST', '/reset-password', { token, newPassword: password });
              toast(t('link.saved'));
              go(paths.signIn());
            })
          }
        >
          <PasswordField
            label={t('link.newPassword')}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
        </FormShell>
      </div>
    </>
  );
}

function AskForLink() {
  const t = useWords('identity');
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [sent, setSent] = useState(false);
  const attempt = useTry(setRefusal);
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.includes('@') ? null : t('signIn.needEmail')) },
  });
  const ask = (path: string, email: string) =>
    attempt.run(async () => {
      await signInCall('POST', path, { email: email.trim() });
      setSent(true);
    });
  if (sent) {
    return (
      <>
        <Title order={1}>{t('link.sent')}</Title>
        <p className={classes.lead}>{t('link.sentText')}</p>
        <div className={classes.others}>
          <PageLink to={paths.signIn()}>{t('link.back')}</PageLink>
        </div>
      </>
    );
  }
  return (
    <>
      <Title order={1}>{t('link.title')}</Title>
      <p className={classes.lead}>{t('link.text')}</p>
      <div className={classes.fields}>
        <FormShell
          form={form}
          submit={t('link.send')}
          busy={attempt.busy}
          refusal={refusal}
          guard={false}
          onSubmit={({ email }) => ask('/sign-in/magic-link', email)}
        >
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
        </FormShell>
      </div>
      <div className={classes.others}>
        <Button
          variant="subtle"
          px={0}
          disabled={attempt.busy}
          onClick={() => {
            if (!form.validate().hasErrors) void ask('/request-password-reset', form.values.email);
          }}
        >
          {t('link.sendPassword')}
        </Button>
        <PageLink to={paths.signIn()}>{t('link.back')}</PageLink>
      </div>
    </>
  );
}
