import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getWelcome, setUp } from '../contract.ts';
import {
  FormShell,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  useLanguage,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { currencies } from './currencies.ts';
import classes from './entry.module.css';
import { PasswordField } from './PasswordField.tsx';
import { signInCall } from './sign-in-call.ts';
import { zones } from './zones.ts';

/** The first start of an installation: the company and its owner, then straight in. */
export default function SetUp() {
  const t = useWords('identity');
  const welcome = useRead(getWelcome, {});
  return (
    <Loaded read={welcome}>
      {({ isNew }) =>
        isNew ? (
          <SetUpForm />
        ) : (
          <>
            <PageHeading title={t('setUp.done')} answer={t('setUp.doneText')} />
            <PageLink to={paths.signIn()}>{t('link.back')}</PageLink>
          </>
        )
      }
    </Loaded>
  );
}

function SetUpForm() {
  const t = useWords('identity');
  const language = useLanguage();
  const verb = useVerb(setUp);
  const allZones = zones(language);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const form = useForm({
    initialValues: {
      company: '',
      zone: allZones.some((zone) => zone.value === here) ? here : 'Europe/Moscow',
      currency: 'RUB',
      language: language as string,
      name: '',
      email: '',
      password: '',
    },
    validate: {
      company: (value) => (value.trim() ? null : t('setUp.needName')),
      name: (value) => (value.trim() ? null : t('setUp.needYourName')),
      email: (value) => (value.includes('@') ? null : t('signIn.needEmail')),
      password: (value) => (value.length >= 10 ? null : t('password.short')),
    },
  });

  async function send(values: typeof form.values): Promise<void> {
    const email = values.email.trim();
    await verb.mutateAsync({
      body: {
        workspace: {
          name: values.company.trim(),
          zone: values.zone,
          currency: values.currency,
          language: values.language === 'en' ? 'en' : 'ru',
        },
        owner: { name: values.name.trim(), email, password: values.password },
      },
    });
    await signInCall('POST', '/sign-in/email', { email, password: values.password });
    window.location.assign(paths.start());
  }

  return (
    <>
      <PageHeading title={t('setUp.title')} answer={t('setUp.answer')} />
      <FormShell
        form={form}
        submit={t('setUp.create')}
        onSubmit={send}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
      >
        <h2 className={classes.group}>{t('setUp.company')}</h2>
        <TextInput
          label={t('setUp.name')}
          description={t('setUp.nameHint')}
          autoComplete="organization"
          {...form.getInputProps('company')}
        />
        <Select
          label={t('setUp.zone')}
          description={t('setUp.zoneHint')}
          data={[...allZones]}
          searchable
          {...form.getInputProps('zone')}
        />
        <Select
          label={t('setUp.currency')}
          description={t('setUp.currencyHint')}
          data={[...currencies(language)]}
          {...form.getInputProps('currency')}
        />
        <Select
          label={t('setUp.language')}
          data={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
          {...form.getInputProps('language')}
        />
        <h2 className={classes.group}>{t('setUp.owner')}</h2>
        <TextInput label={t('setUp.yourName')} autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          label={t('setUp.email')}
          type="email"
          autoComplete="username"
          {...form.getInputProps('email')}
        />
        <PasswordField
          label={t('setUp.password')}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
      </FormShell>
    </>
  );
}
