import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getMe, getWorkspace, updateWorkspace } from '../contract.ts';
import {
  FormShell,
  Loaded,
  PageHeading,
  toast,
  useLanguage,
  useMay,
  useRead,
  useVerb,
  useWords,
  When,
  type AnswerOf,
} from '@mosty/ui-kit';
import { currencies } from './currencies.ts';
import classes from './settings.module.css';
import { zones } from './zones.ts';

export default function Company() {
  const t = useWords('identity');
  const read = useRead(getWorkspace, {});
  return (
    <>
      <PageHeading title={t('company.title')} answer={t('company.answer')} />
      <Loaded read={read}>{(workspace) => <CompanyForm workspace={workspace} />}</Loaded>
    </>
  );
}

function CompanyForm({ workspace }: { workspace: AnswerOf<typeof getWorkspace> }) {
  const t = useWords('identity');
  const language = useLanguage();
  const mayChange = useMay('workspace.change');
  const verb = useVerb(updateWorkspace, {
    invalidates: [getWorkspace, getMe],
    onDone: () => toast(t('company.saved')),
  });
  const form = useForm({
    initialValues: {
      name: workspace.name,
      legalName: workspace.legalName ?? '',
      zone: workspace.zone,
      language: workspace.language as string,
    },
    validate: { name: (value) => (value.trim() ? null : t('setUp.needName')) },
  });
  const locked = !mayChange;
  return (
    <div className={classes.narrow}>
      <FormShell
        form={form}
        submit={t('company.save')}
        busy={verb.isPending}
        refusal={verb.error}
        onSubmit={(values) =>
          verb.mutateAsync({
            body: {
              name: values.name.trim(),
              legalName: values.legalName.trim() || null,
              zone: values.zone,
              language: values.language === 'en' ? 'en' : 'ru',
            },
          })
        }
      >
        <TextInput label={t('company.name')} disabled={locked} {...form.getInputProps('name')} />
        <TextInput
          label={t('company.legalName')}
          description={t('company.legalNameHint')}
          disabled={locked}
          {...form.getInputProps('legalName')}
        />
        <Select
          label={t('company.zone')}
          description={t('company.zoneHint')}
          data={[...zones(language)]}
          searchable
          disabled={locked}
          {...form.getInputProps('zone')}
        />
        <Select
          label={t('company.currency')}
          description={t('company.currencyHint')}
          data={[...currencies(language)]}
          value={workspace.currency}
          disabled
        />
        <Select
          label={t('company.language')}
          description={t('company.languageHint')}
          data={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
          disabled={locked}
          {...form.getInputProps('language')}
        />
        {locked ? <p className={classes.faint}>{t('company.readOnly')}</p> : null}
        <p className={classes.faint}>
          {t('company.since')} <When value={workspace.createdAt} />
        </p>
      </FormShell>
    </div>
  );
}
