import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { listPartnerTexts, listTexts, publishText, type CompanyText } from '../contract.ts';

/** The company's own words of a text, in both languages. */
export function TextForm({ text, onClose }: { text: CompanyText; onClose: () => void }) {
  const t = useWords('agreements');
  const verb = useVerb(publishText, { invalidates: [listTexts, listPartnerTexts] });
  const needed = (value: string) => (value.trim() ? null : t('texts.needBoth'));
  const form = useForm({
    initialValues: text.words,
    validate: { ru: { title: needed, body: needed }, en: { title: needed, body: needed } },
  });
  async function send(body: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { kind: text.kind }, body });
    toast(t('texts.published'));
    onClose();
  }
  return (
    <SidePanel
      opened
      wide
      onClose={onClose}
      title={t('texts.editTitle', { text: t(`texts.kind.${text.kind}`) })}
    >
      <p style={{ marginBottom: 20 }}>{t('texts.editNote')}</p>
      <FormShell
        form={form}
        submit={t('texts.publish')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        {(['ru', 'en'] as const).map((language) => (
          <fieldset key={language} style={{ margin: 0, padding: 0, border: 0, display: 'grid', gap: 12 }}>
            <legend>{t(`texts.${language}`)}</legend>
            <TextInput label={t('texts.name')} maxLength={200} {...form.getInputProps(`${language}.title`)} />
            <Textarea
              label={t('texts.body')}
              autosize
              minRows={8}
              maxRows={24}
              maxLength={20_000}
              {...form.getInputProps(`${language}.body`)}
            />
          </fieldset>
        ))}
      </FormShell>
    </SidePanel>
  );
}
