import { Button, TextInput } from '@mantine/core';
import { RefusalNotice, useRead, useVerb, useWords, type ApiRefusal } from '@mosty/ui-kit';
import { useState } from 'react';
import { proveByCode, readMyProof } from '../contract.ts';
import { enterByPasskey } from './passkeys.ts';
import { signInCall } from './sign-in-call.ts';
import { useTry } from './use-try.ts';
import classes from './settings.module.css';

interface Props {
  /** Sends the code by letter and answers whereto, masked. */
  readonly onSendCode: () => Promise<{ readonly sentTo: string }>;
  readonly onProven: () => void;
}

/** Once more, that it is you: by the key, the app, or a letter for those who have neither. */
export function ProveAgain({ onSendCode, onProven }: Props) {
  const t = useWords('identity');
  const read = useRead(readMyProof, {}, { keep: false });
  const byLetter = useVerb(proveByCode, {});
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const attempt = useTry(setRefusal);
  const ways = read.data?.ways ?? [];
  const inLetter = ways.includes('letter');
  const prove = (act: () => Promise<unknown>) =>
    attempt.run(async () => {
      await act();
      onProven();
    });
  return (
    <div role="group" aria-label={t('proof.title')} className={classes.proof}>
      <p>{t('proof.text', { minutes: read.data?.minutes ?? 10 })}</p>
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      {ways.includes('passkey') ? (
        <Button variant="default" loading={attempt.busy} onClick={() => prove(enterByPasskey)}>
          {t('proof.passkey')}
        </Button>
      ) : null}
      {inLetter ? (
        <Button
          variant="default"
          loading={attempt.busy}
          onClick={() => attempt.run(async () => setSentTo((await onSendCode()).sentTo))}
        >
          {t(sentTo ? 'proof.sendAgain' : 'proof.send')}
        </Button>
      ) : null}
      {sentTo ? <p role="status">{t('proof.sentTo', { email: sentTo })}</p> : null}
      {ways.includes('totp') || sentTo ? (
        <>
          <TextInput
            label={t(inLetter ? 'proof.letterCode' : 'proof.appCode')}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button
            disabled={code.trim() === ''}
            loading={attempt.busy}
            onClick={() =>
              prove(() =>
                inLetter
                  ? byLetter.mutateAsync({ body: { code: code.trim() } })
                  : signInCall('POST', '/two-factor/verify-totp', { code: code.trim() }),
              )
            }
          >
            {t('proof.prove')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
