import { Button } from '@mantine/core';
import { getMySignIn } from '../contract.ts';
import {
  ConfirmWithConsequence,
  RefusalNotice,
  Section,
  toast,
  useWords,
  When,
  type AnswerOf,
  type ApiRefusal,
} from '@mosty/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deviceOf } from './device.ts';
import { addPasskey, hasPasskeys } from './passkeys.ts';
import classes from './settings.module.css';
import { signInCall } from './sign-in-call.ts';
import { useTry } from './use-try.ts';

type Passkey = AnswerOf<typeof getMySignIn>['passkeys'][number];

export function MyPasskeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const t = useWords('identity');
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const attempt = useTry(setRefusal);
  const changed = async (words: string): Promise<void> => {
    await queries.invalidateQueries({ queryKey: [getMySignIn.id] });
    toast(words);
  };
  const add = (): Promise<void> =>
    attempt.run(async () => {
      await addPasskey(deviceOf(navigator.userAgent) ?? t('me.passkeyUnnamed'));
      await changed(t('me.passkeyAdded'));
    });
  return (
    <Section
      title={t('me.passkeys')}
      note={t(hasPasskeys() ? 'me.passkeysNote' : 'signIn.noPasskeys')}
      actions={
        hasPasskeys() ? (
          <Button variant="default" loading={attempt.busy} onClick={() => void add()}>
            {t('me.passkeyAdd')}
          </Button>
        ) : null
      }
    >
      <RefusalNotice refusal={refusal} />
      {passkeys.length === 0 ? <p className={classes.faint}>{t('me.passkeysNone')}</p> : null}
      <ul className={classes.rows}>
        {passkeys.map((passkey) => (
          <li key={passkey.id} className={classes.row}>
            <span>
              <span className={classes.name}>{passkey.name ?? t('me.passkeyUnnamed')}</span>{' '}
              <span className={classes.faint}>
                {passkey.createdAt ? <When value={passkey.createdAt} /> : null}
              </span>
            </span>
            <ConfirmWithConsequence
              title={t('me.passkeyRemoveTitle')}
              consequence={t('me.passkeyRemoveText')}
              confirm={t('me.passkeyRemove')}
              onConfirm={async () => {
                await signInCall('POST', '/passkey/delete-passkey', { id: passkey.id });
                await changed(t('me.passkeyRemoved'));
              }}
            >
              {(ask) => (
                <Button variant="subtle" color="gray" size="compact-sm" onClick={ask}>
                  {t('me.passkeyRemove')}
                </Button>
              )}
            </ConfirmWithConsequence>
          </li>
        ))}
      </ul>
    </Section>
  );
}
