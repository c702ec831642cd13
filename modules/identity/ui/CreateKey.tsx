import { Button, Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { createApiKey, listApiKeys, SCOPES, type Scope } from '../contract.ts';
import { Answer, CopyText, FormShell, SidePanel, useVerb, useWords } from '@mosty/ui-kit';
import { scopeWord } from './scope-word.ts';
import classes from './settings.module.css';

export function CreateKey({ onClose }: { onClose: () => void }) {
  const t = useWords('identity');
  const verb = useVerb(createApiKey, { invalidates: [listApiKeys] });
  const form = useForm<{ name: string; scopes: Scope[] }>({
    initialValues: { name: '', scopes: ['sales:write'] },
    validate: {
      name: (value) => (value.trim() ? null : t('keys.needName')),
      scopes: (value) => (value.length > 0 ? null : t('keys.needScope')),
    },
  });
  if (verb.data) {
    return (
      <SidePanel opened onClose={onClose} title={t('keys.once')}>
        <div className={classes.stack}>
          <Answer tone="warn" note={t('keys.onceText')}>
            {verb.data.key.name}
          </Answer>
          <CopyText text={verb.data.secret} label={t('keys.copy')} />
          <Button onClick={onClose}>{t('keys.gotIt')}</Button>
        </div>
      </SidePanel>
    );
  }
  return (
    <SidePanel opened onClose={onClose} title={t('keys.createTitle')}>
      <FormShell
        form={form}
        submit={t('keys.create')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ name, scopes }) => verb.mutateAsync({ body: { name: name.trim(), scopes } })}
      >
        <TextInput
          label={t('keys.name')}
          description={t('keys.nameHint')}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Checkbox.Group label={t('keys.scopes')} {...form.getInputProps('scopes')}>
          <div className={classes.stack} style={{ gap: 10, marginTop: 8 }}>
            {SCOPES.map((scope) => (
              <Checkbox
                key={scope}
                value={scope}
                label={t(`keys.scope.${scopeWord(scope)}`)}
                description={t(`keys.scopeHint.${scopeWord(scope)}`)}
              />
            ))}
          </div>
        </Checkbox.Group>
      </FormShell>
    </SidePanel>
  );
}
