import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CopyText, FormShell, useWords, type ApiRefusal } from '@mosty/ui-kit';
import { useState } from 'react';
import { QrCode } from './QrCode.tsx';
import classes from './settings.module.css';
import { signInCall } from './sign-in-call.ts';
import { useTry } from './use-try.ts';

export interface Secret {
  /** `otpauth://…`, what the QR code says. */
  readonly address: string;
  readonly backupCodes: readonly string[];
}

/** Scan, keep the backup codes, prove with a first code: only then the lock is on. */
export function ConnectApp({ secret, onDone }: { secret: Secret; onDone: () => void }) {
  const t = useWords('identity');
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const attempt = useTry(setRefusal);
  const form = useForm({ initialValues: { code: '' } });
  const byHand = new URL(secret.address).searchParams.get('secret') ?? '';
  return (
    <div className={classes.stack}>
      <p>{t('me.totpScan')}</p>
      <QrCode text={secret.address} label={t('me.totpScan')} />
      <div>
        <p className={classes.faint}>{t('me.totpByHand')}</p>
        <CopyText text={byHand} label={t('me.totpByHand')} />
      </div>
      <h3>{t('me.totpBackup')}</h3>
      <p className={classes.faint}>{t('me.totpBackupText')}</p>
      <ul className={classes.codes}>
        {secret.backupCodes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <FormShell
        form={form}
        submit={t('me.totpConfirm')}
        busy={attempt.busy}
        refusal={refusal}
        guard={false}
        onSubmit={({ code }) =>
          attempt.run(async () => {
            await signInCall('POST', '/two-factor/verify-totp', { code: code.trim() });
            onDone();
          })
        }
      >
        <TextInput
          label={t('me.totpCode')}
          inputMode="numeric"
          autoComplete="one-time-code"
          {...form.getInputProps('code')}
        />
      </FormShell>
    </div>
  );
}
