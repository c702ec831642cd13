import { Button, Checkbox, PasswordInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Answer, CopyText, FormShell, SidePanel, useVerb, useWords, type AnswerOf } from '@mosty/ui-kit';
import { createIntakeSource, listIntakeSources, PROVIDERS, type Provider } from '../contract.ts';
import classes from './intake.module.css';

interface Values {
  provider: Provider;
  name: string;
  secret: string;
  shopId: string;
  secretKey: string;
  trustsUnread: boolean;
  checksAddress: boolean;
  takesTest: boolean;
}

export function ConnectIntake({ onClose }: { onClose: () => void }) {
  const t = useWords('integrations');
  const verb = useVerb(createIntakeSource, { invalidates: [listIntakeSources] });
  const form = useForm<Values>({
    initialValues: {
      provider: 'yookassa',
      name: '',
      secret: '',
      shopId: '',
      secretKey: '',
      trustsUnread: false,
      checksAddress: true,
      takesTest: false,
    },
    validate: { name: (value) => (value.trim() ? null : t('intake.needName')) },
  });
  const { provider, trustsUnread, checksAddress, takesTest } = form.values;
  const hasOwn = provider === 'stripe' || provider === 'cloudpayments';
  if (verb.data)
    return (
      <SidePanel opened onClose={onClose} title={t('intake.address')}>
        <Shown made={verb.data} onDone={onClose} />
      </SidePanel>
    );
  return (
    <SidePanel opened onClose={onClose} title={t('intake.add')}>
      <FormShell
        form={form}
        submit={t('intake.submit')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ name, secret, shopId, secretKey }) =>
          verb.mutateAsync({
            body: {
              provider,
              name: name.trim(),
              takesTest,
              ...(hasOwn && secret.trim() ? { secret: secret.trim() } : {}),
              ...(provider === 'yookassa' ? { trustsUnread, checksAddress } : {}),
              ...(provider === 'yookassa' && shopId.trim() && secretKey.trim()
                ? { credentials: { shopId: shopId.trim(), secretKey: secretKey.trim() } }
                : {}),
            },
          })
        }
      >
        <Select
          label={t('intake.provider')}
          allowDeselect={false}
          data={PROVIDERS.map((value) => ({ value, label: t(`intake.providerOf.${value}`) }))}
          {...form.getInputProps('provider')}
        />
        <TextInput label={t('intake.name')} data-autofocus {...form.getInputProps('name')} />
        {hasOwn ? (
          <PasswordInput
            label={t('intake.secret')}
            description={t(`intake.secretHint.${provider}`)}
            autoComplete="off"
            {...form.getInputProps('secret')}
          />
        ) : null}
        {provider === 'yookassa' ? (
          <>
            <TextInput
              label={t('intake.shopId')}
              description={t('intake.credentialsHint')}
              {...form.getInputProps('shopId')}
            />
            <PasswordInput
              label={t('intake.secretKey')}
              autoComplete="off"
              {...form.getInputProps('secretKey')}
            />
            <Checkbox
              label={t('intake.trusts')}
              description={t('intake.trustsHint')}
              {...form.getInputProps('trustsUnread', { type: 'checkbox' })}
            />
            <Checkbox
              label={t('intake.checks')}
              {...form.getInputProps('checksAddress', { type: 'checkbox' })}
            />
          </>
        ) : null}
        <Checkbox label={t('intake.test')} {...form.getInputProps('takesTest', { type: 'checkbox' })} />
      </FormShell>
    </SidePanel>
  );
}

/** The address to paste, and what is shown this once. */
function Shown({ made, onDone }: { made: AnswerOf<typeof createIntakeSource>; onDone: () => void }) {
  const t = useWords('integrations');
  const { source, secret } = made;
  const address = globalThis.location.origin + source.path;
  const bySecret = source.provider === 'yookassa' && secret !== null;
  return (
    <div className={classes.stack}>
      {secret ? (
        <Answer tone="warn" note={bySecret ? t('intake.addressOnceText') : t('intake.secretOnceText')}>
          {t('intake.addressOnce')}
        </Answer>
      ) : null}
      <CopyText text={bySecret ? `${address}/${secret}` : address} label={t('intake.copy')} />
      {secret && !bySecret ? <CopyText text={secret} label={t('intake.copy')} /> : null}
      <Button onClick={onDone}>{t('intake.gotIt')}</Button>
    </div>
  );
}
