import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useLanguage, useVerb, useWords } from '@mosty/ui-kit';
import { listFrameworkVersions, publishFramework, readFramework, type Framework } from '../contract.ts';
import { useThresholdWords } from './threshold-words.ts';
import classes from './framework.module.css';

const PARTS = ['who', 'expect', 'give'] as const;

/** The next version: words of the reader's language, what everybody of a track gets, where the lines lie. */
export function EditFramework({ of, onClose }: { of: Framework; onClose: () => void }) {
  const t = useWords('framework');
  const language = useLanguage();
  const say = useThresholdWords();
  const verb = useVerb(publishFramework, { invalidates: [readFramework, listFrameworkVersions] });
  const form = useForm({
    initialValues: {
      kinds: of.body.kinds,
      tracks: of.body.tracks.map((entry) => ({
        ...entry,
        ru: entry.ru.join('\n'),
        en: entry.en.join('\n'),
      })),
      thresholds: of.body.thresholds,
      reason: '',
    },
    validate: { reason: (value) => (value.trim() ? null : t('edit.needReason')) },
  });
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  async function send({ kinds, tracks, thresholds, reason }: typeof form.values): Promise<void> {
    const told = tracks.map((entry) => ({ ...entry, ru: lines(entry.ru), en: lines(entry.en) }));
    await verb.mutateAsync({ body: { body: { kinds, tracks: told, thresholds }, reason: reason.trim() } });
    toast(t('edit.done'));
    onClose();
  }
  return (
    <SidePanel opened wide onClose={onClose} title={t('edit.title')}>
      <p className={classes.soft} style={{ marginBottom: 16 }}>
        {t('edit.note')}
      </p>
      <FormShell
        form={form}
        submit={t('edit.publish')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        {form.values.kinds.map(({ kind }, place) => (
          <details key={kind}>
            <summary>{t(`agreements:kind.${kind}`)}</summary>
            {PARTS.map((part) => (
              <Textarea
                key={part}
                label={t(`kinds.${part}`)}
                autosize
                minRows={2}
                maxLength={600}
                {...form.getInputProps(`kinds.${place}.${language}.${part}`)}
              />
            ))}
          </details>
        ))}
        {form.values.tracks.map(({ track }, place) => (
          <details key={track}>
            <summary>{t(`tracks.${track}`)}</summary>
            <NumberInput
              label={t('edit.touches')}
              min={0}
              max={60}
              {...form.getInputProps(`tracks.${place}.touchesAMonth`)}
            />
            <Textarea
              label={t('edit.package')}
              description={t('edit.packageNote')}
              autosize
              minRows={3}
              {...form.getInputProps(`tracks.${place}.${language}`)}
            />
          </details>
        ))}
        {form.values.thresholds.map((rule, place) => (
          <fieldset key={rule.code} style={{ margin: 0, padding: 0, border: 0 }}>
            <legend className={classes.soft}>{say(rule)}</legend>
            <div className={classes.row}>
              <NumberInput
                label={t(rule.metric === 'sales' ? 'edit.sales' : 'edit.money')}
                min={0}
                allowDecimal={false}
                value={rule.metric === 'sales' ? rule.value : rule.value / 100}
                onChange={(value) =>
                  form.setFieldValue(
                    `thresholds.${place}.value`,
                    Math.max(0, Number(value) || 0) * (rule.metric === 'sales' ? 1 : 100),
                  )
                }
              />
              <NumberInput
                label={t('edit.months')}
                min={1}
                max={36}
                allowDecimal={false}
                {...form.getInputProps(`thresholds.${place}.months`)}
              />
            </div>
          </fieldset>
        ))}
        <TextInput label={t('edit.reason')} required maxLength={500} {...form.getInputProps('reason')} />
      </FormShell>
    </SidePanel>
  );
}
