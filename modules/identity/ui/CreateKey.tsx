import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { createApiKey, listApiKeys, SCOPES, type ApiKeyKind, type Scope } from '../contract.ts';
import { Answer, CopyText, FormShell, SidePanel, useVerb, useWords } from '@mosty/ui-kit';
import { scopeWord } from './scope-word.ts';
import classes from './settings.module.css';

export function CreateKey({ onClose }: { onClose: () => void }) {
  const t = useWords('identity');
  const verb = useVerb(createApiKey, { invalidates: [listApiKeys] });
  const form = useForm<{ name: string; kind: ApiKeyKind; scopes: Scope[]; origins: string }>({
    initialValues: { name: '', kind: 'secret', scopes: ['sales:write'], origins: '' },
    validate: {
      name: (value) => (value.trim() ? null : t('keys.needName')),
      scopes: (value, { kind }) => (kind === 'publishable' || value.length > 0 ? null : t('keys.needScope')),
      origins: (value, { kind }) =>
        kind === 'secret' || linesOf(value).every((line) => URL.canParse(line)) ? null : t('keys.needOrigin'),
    },
  });
  if (verb.data) {
    const isPublic = verb.data.key.kind === 'publishable';
    return (
      <SidePanel opened onClose={onClose} title={t(isPublic ? 'keys.placed' : 'keys.once')}>
        <div className={classes.stack}>
          <Answer tone={isPublic ? 'plain' : 'warn'} note={t(isPublic ? 'keys.placedText' : 'keys.onceText')}>
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
        onSubmit={({ name, kind, scopes, origins }) =>
          verb.mutateAsync({
            body:
              kind === 'secret'
                ? { name: name.trim(), scopes }
                : { name: name.trim(), kind, origins: linesOf(origins) },
          })
        }
      >
        <TextInput
          label={t('keys.name')}
          description={t('keys.nameHint')}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Radio.Group label={t('keys.kind')} {...form.getInputProps('kind')}>
          <div className={classes.stack} style={{ gap: 10, marginTop: 8 }}>
            <Radio value="secret" label={t('keys.secretKind')} description={t('keys.secretHint')} />
            <Radio
              value="publishable"
              label={t('keys.publishableKind')}
              description={t('keys.publishableHint')}
            />
          </div>
        </Radio.Group>
        {form.values.kind === 'publishable' ? (
          <Textarea
            label={t('keys.origins')}
            description={t('keys.originsHint')}
            autosize
            minRows={2}
            {...form.getInputProps('origins')}
          />
        ) : (
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
        )}
      </FormShell>
    </SidePanel>
  );
}

function linesOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter(Boolean);
}
