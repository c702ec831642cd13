import { MultiSelect, Select, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { KINDS, type Kind } from '@mosty/agreements/contract';
import { UploadFile, type Uploaded } from '@mosty/files/parts';
import { FormShell, paths, SidePanel, toast, useGo, useVerb, useWords, type InputOf } from '@mosty/ui-kit';
import {
  ASSET_FORMS,
  ASSET_KINDS,
  ASSET_STAGES,
  changeAsset,
  countMaterials,
  createAsset,
  listAssets,
  MATERIAL_LANGUAGES,
  readAsset,
  readKits,
  type Asset,
  type AssetForm as Form,
  type AssetKind,
  type AssetStage,
  type MaterialLanguage,
} from '../contract.ts';
import { ContributorFields } from './ContributorFields.tsx';

const TOUCHES = [listAssets, countMaterials, readAsset, readKits];

/** A new material, or the next version of one: what it says, for whom, and a file, an address or words. */
export function AssetForm({ asset, onClose }: { asset?: Asset; onClose: () => void }) {
  const t = useWords('library');
  const words = useWords('agreements');
  const go = useGo();
  const create = useVerb(createAsset, { invalidates: TOUCHES });
  const change = useVerb(changeAsset, { invalidates: TOUCHES });
  const form = useForm({
    initialValues: {
      title: asset?.title ?? '',
      about: asset?.about ?? '',
      kind: asset?.kind ?? ('script' as AssetKind),
      kinds: asset ? [...asset.kinds] : ([] as Kind[]),
      stages: asset ? [...asset.stages] : ([] as AssetStage[]),
      language: asset?.language ?? ('ru' as MaterialLanguage),
      form: asset?.form ?? ('file' as Form),
      file: null as Uploaded | null,
      link: asset?.link ?? '',
      body: asset?.body ?? '',
      contributors: (asset?.contributors ?? []) as Asset['contributors'],
      publish: true,
    },
    validate: {
      title: (value) => (value.trim() ? null : t('form.needTitle')),
      // What a material is made of stays as it is unless something new is given.
      file: (value, { form: kind }) =>
        kind === 'file' && !value && asset?.form !== 'file' ? t('form.needFile') : null,
      link: (value, { form: kind }) =>
        kind === 'link' && !/^https?:\/\//.test(value) ? t('form.needLink') : null,
      body: (value, { form: kind }) => (kind === 'text' && !value.trim() ? t('form.needBody') : null),
    },
  });

  function contentOf(values: typeof form.values): InputOf<typeof createAsset>['body']['content'] | undefined {
    if (values.form === 'file') return values.file ? { form: 'file', fileId: values.file.id } : undefined;
    if (values.form === 'link')
      return values.link === asset?.link ? undefined : { form: 'link', link: values.link };
    return values.body === asset?.body ? undefined : { form: 'text', body: values.body };
  }

  async function send(values: typeof form.values): Promise<void> {
    const { title, about, kind, kinds, stages, language } = values;
    const contributors = values.contributors.map(({ memberId, partnerId, what }) => ({
      ...(memberId ? { memberId } : {}),
      ...(partnerId ? { partnerId } : {}),
      what: what.trim(),
    }));
    const fields = { title, about, kind, kinds, stages, language, contributors };
    const content = contentOf(values);
    if (asset) {
      await change.mutateAsync({ params: { assetId: asset.id }, body: { ...fields, content } });
      toast(t(content ? 'form.renewed' : 'form.changed'));
      onClose();
    } else if (content) {
      const made = await create.mutateAsync({ body: { ...fields, content, publish: values.publish } });
      toast(t(values.publish ? 'form.published' : 'form.kept'));
      go(paths.asset({ assetId: made.id }));
    }
  }

  const { form: made } = form.values;
  return (
    <SidePanel opened onClose={onClose} title={t(asset ? 'form.edit' : 'add.asset')}>
      <FormShell
        form={form}
        submit={t(asset ? 'form.save' : form.values.publish ? 'form.publish' : 'form.keep')}
        onSubmit={send}
        onCancel={onClose}
        busy={create.isPending || change.isPending}
        refusal={create.error ?? change.error}
      >
        <TextInput label={t('form.title')} maxLength={200} {...form.getInputProps('title')} />
        <Select
          label={t('assets.kind')}
          allowDeselect={false}
          data={ASSET_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <SegmentedControl
          fullWidth
          aria-label={t('form.form')}
          data={ASSET_FORMS.map((value) => ({ value, label: t(`made.${value}`) }))}
          {...form.getInputProps('form')}
        />
        {made === 'file' ? (
          <UploadFile
            label={t('made.file')}
            purpose="library"
            value={form.values.file ?? (asset?.file ? { id: '', name: asset.file.name } : null)}
            onChange={(file) => form.setFieldValue('file', file)}
            error={form.errors['file']}
          />
        ) : null}
        {made === 'link' ? (
          <TextInput label={t('made.link')} placeholder="https://" {...form.getInputProps('link')} />
        ) : null}
        {made === 'text' ? (
          <Textarea
            label={t('made.text')}
            autosize
            minRows={5}
            maxRows={16}
            {...form.getInputProps('body')}
          />
        ) : null}
        <Textarea
          label={t('form.about')}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('about')}
        />
        <MultiSelect
          label={t('form.kinds')}
          description={t('form.kindsNote')}
          data={KINDS.map((value) => ({ value, label: words(`kind.${value}`) }))}
          {...form.getInputProps('kinds')}
        />
        <MultiSelect
          label={t('form.stages')}
          description={t('form.stagesNote')}
          data={ASSET_STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
          {...form.getInputProps('stages')}
        />
        <Select
          label={t('form.language')}
          allowDeselect={false}
          data={MATERIAL_LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
          {...form.getInputProps('language')}
        />
        <ContributorFields
          value={form.values.contributors}
          onChange={(named) => form.setFieldValue('contributors', [...named])}
        />
        {asset ? null : (
          <Switch label={t('form.publishNow')} {...form.getInputProps('publish', { type: 'checkbox' })} />
        )}
      </FormShell>
    </SidePanel>
  );
}
