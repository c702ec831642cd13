import { Button, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, useWords, type ApiRefusal } from '@mosty/ui-kit';
import { useState } from 'react';
import classes from './entry.module.css';
import { signInCall } from './sign-in-call.ts';
import { useTry } from './use-try.ts';

/** The second step of signing in: a code from the app, or a backup code. */
export function CodeForm({ onEntered, onAgain }: { onEntered: () => void; onAgain: () => void }) {
  const t = useWords('identity');
  const [backup, setBackup] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const attempt = useTry(setRefusal);
  const form = useForm({ initialValues: { code: '' } });
  const swap = (): void => {
    setBackup(!backup);
    setRefusal(null);
    form.reset();
  };
  return (
    <>
      <Title order={1}>{t(backup ? 'code.backupTitle' : 'code.title')}</Title>
      <p className={classes.lead}>{t(backup ? 'code.backupText' : 'code.text')}</p>
      <div className={classes.fields}>
        <FormShell
          form={form}
          submit={t('code.enter')}
          busy={attempt.busy}
          refusal={refusal}
          guard={false}
          onSubmit={({ code }) =>
            attempt.run(async () => {
              await signInCall(
                'POST',
                backup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp',
                { code: code.trim() },
              );
              onEntered();
            })
          }
        >
          <TextInput
            key={String(backup)}
            label={t('code.code')}
            autoComplete="one-time-code"
            inputMode={backup ? 'text' : 'numeric'}
            data-autofocus
            autoFocus
            {...form.getInputProps('code')}
          />
        </FormShell>
      </div>
      <div className={classes.others}>
        <Button variant="subtle" px={0} onClick={swap}>
          {t(backup ? 'code.app' : 'code.backup')}
        </Button>
        <Button variant="subtle" px={0} color="gray" onClick={onAgain}>
          {t('code.again')}
        </Button>
      </div>
    </>
  );
}
