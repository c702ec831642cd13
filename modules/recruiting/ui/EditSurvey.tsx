import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useLanguage, useMe, useVerb, useWords } from '@mosty/ui-kit';
import {
  listSurveys,
  openSurvey,
  SIGNATURES,
  SURVEY_LANGUAGES,
  updateSurvey,
  type Survey,
} from '../contract.ts';

/** A survey ready to be sent: two questions are filled in, change them or leave them. */
export function EditSurvey({ of, onClose }: { of: Survey | null; onClose: () => void }) {
  const t = useWords('recruiting');
  const language = useLanguage();
  const company = useMe().workspace.name;
  const open = useVerb(openSurvey, { invalidates: [listSurveys] });
  const update = useVerb(updateSurvey, { invalidates: [listSurveys] });
  const need = (value: string) => (value.trim() ? null : t('survey.form.needText'));
  const form = useForm({
    initialValues: {
      title: of?.title ?? t('survey.form.titleIs'),
      language: of?.language ?? language,
      intro: of?.intro ?? t('survey.form.introIs'),
      whomQuestion: of?.whomQuestion ?? t('survey.form.whomIs'),
      toolsQuestion: of?.toolsQuestion ?? t('survey.form.toolsIs', { company }),
      signature: of?.signature ?? ('may' as const),
      isEmbeddable: of?.isEmbeddable ?? false,
    },
    validate: { title: need, whomQuestion: need, toolsQuestion: need },
  });
  const isAnswered = (of?.answers ?? 0) > 0;
  async function save({ language: spoken, intro, ...said }: typeof form.values) {
    const body = { ...said, intro: intro.trim() || null };
    if (of) await update.mutateAsync({ params: { surveyId: of.id }, body });
    else await open.mutateAsync({ body: { ...body, language: spoken } });
    toast(t('survey.form.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t(of ? 'survey.edit' : 'actions.openSurvey')}>
      <FormShell
        form={form}
        submit={t(of ? 'survey.form.save' : 'survey.form.open')}
        onCancel={onClose}
        busy={open.isPending || update.isPending}
        refusal={open.error ?? update.error}
        onSubmit={save}
      >
        <TextInput label={t('survey.form.title')} maxLength={200} {...form.getInputProps('title')} />
        {of ? null : (
          <Select
            label={t('survey.form.language')}
            allowDeselect={false}
            data={SURVEY_LANGUAGES.map((value) => ({ value, label: t(`survey.language.${value}`) }))}
            {...form.getInputProps('language')}
          />
        )}
        <Textarea label={t('survey.form.intro')} autosize minRows={2} {...form.getInputProps('intro')} />
        <Textarea
          label={t('survey.form.whom')}
          description={isAnswered ? t('survey.form.fixed') : undefined}
          disabled={isAnswered}
          autosize
          maxLength={500}
          {...form.getInputProps('whomQuestion')}
        />
        <Textarea
          label={t('survey.form.tools')}
          disabled={isAnswered}
          autosize
          maxLength={500}
          {...form.getInputProps('toolsQuestion')}
        />
        <Select
          label={t('survey.form.signature')}
          allowDeselect={false}
          data={SIGNATURES.map((value) => ({ value, label: t(`survey.signature.${value}`) }))}
          {...form.getInputProps('signature')}
        />
        <Checkbox
          label={t('survey.form.embeddable')}
          description={t('survey.form.embeddableNote')}
          {...form.getInputProps('isEmbeddable', { type: 'checkbox' })}
        />
      </FormShell>
    </SidePanel>
  );
}
