import { Checkbox, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, useLanguage, useVerb, useWords } from '@mosty/ui-kit';
import { applyToProgramme, EXPERIENCES } from '../contract/application.ts';
import type { ProgrammePage } from '../contract/programme.ts';
import classes from './programme.module.css';

interface Props {
  readonly slug: string;
  readonly consent: ProgrammePage['consent'];
  readonly onApplied: () => void;
}

/** Who they are and the questions a stranger can answer; the consent is a text of its own with its own tick. */
export function ApplyForm({ slug, consent, onApplied }: Props) {
  const t = useWords('recruiting');
  const language = useLanguage();
  const verb = useVerb(applyToProgramme);
  const need = (value: string) => (value.trim() ? null : t('programme.form.need'));
  const form = useForm({
    initialValues: {
      name: '',
      person: '',
      email: '',
      phone: '',
      site: '',
      taxNumber: '',
      city: '',
      about: '',
      introducedBy: '',
      experience: 'none' as (typeof EXPERIENCES)[number],
      readyToTell: false,
      bringsClients: false,
      together: false,
      agreed: false,
      fax: '',
    },
    validate: {
      name: need,
      person: need,
      email: need,
      about: need,
      agreed: (value) => (value ? null : t('programme.form.needAgree')),
    },
  });
  async function send(values: typeof form.values): Promise<void> {
    const { name, person, email, about, experience, readyToTell, bringsClients, together, ...rest } = values;
    const { agreed: _agreed, ...optional } = rest;
    const told = Object.fromEntries(Object.entries(optional).filter(([, value]) => value.trim() !== ''));
    await verb.mutateAsync({
      params: { slug },
      body: {
        name,
        person,
        email,
        about,
        language,
        ...told,
        answers: { experience, readyToTell, bringsClients, together },
        consentHash: consent.bodyHash,
        agreed: true,
      },
    });
    onApplied();
  }
  const text = consent[language];
  return (
    <FormShell
      form={form}
      submit={t('programme.form.send')}
      busy={verb.isPending}
      refusal={verb.error}
      guard={false}
      onSubmit={send}
    >
      <TextInput label={t('programme.form.name')} required {...form.getInputProps('name')} />
      <TextInput label={t('programme.form.person')} required {...form.getInputProps('person')} />
      <TextInput label={t('programme.form.email')} type="email" required {...form.getInputProps('email')} />
      <TextInput label={t('programme.form.phone')} type="tel" {...form.getInputProps('phone')} />
      <TextInput label={t('programme.form.site')} {...form.getInputProps('site')} />
      <TextInput label={t('programme.form.city')} {...form.getInputProps('city')} />
      <TextInput
        label={t('programme.form.taxNumber')}
        description={t('programme.form.taxNumberNote')}
        {...form.getInputProps('taxNumber')}
      />
      <Textarea
        label={t('programme.form.about')}
        description={t('programme.form.aboutNote')}
        required
        autosize
        minRows={3}
        {...form.getInputProps('about')}
      />
      <Radio.Group label={t('programme.form.experience')} {...form.getInputProps('experience')}>
        <Stack gap={6} mt={6}>
          {EXPERIENCES.map((value) => (
            <Radio key={value} value={value} label={t(`programme.experience.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        label={t('programme.form.readyToTell')}
        {...form.getInputProps('readyToTell', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('programme.form.bringsClients')}
        {...form.getInputProps('bringsClients', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('programme.form.together')}
        {...form.getInputProps('together', { type: 'checkbox' })}
      />
      <TextInput label={t('programme.form.introducedBy')} {...form.getInputProps('introducedBy')} />
      {/* Nobody sees it and nobody reaches it: only a program fills it. */}
      <input
        className={classes.honey}
        type="text"
        name="fax"
        tabIndex={-1}
        aria-hidden="true"
        autoComplete="off"
        {...form.getInputProps('fax')}
      />
      <details className={classes.details}>
        <summary>{text.title}</summary>
        <p className={classes.text}>{text.body}</p>
      </details>
      <Checkbox
        label={t('programme.form.agree', { title: text.title, version: consent.version })}
        {...form.getInputProps('agreed', { type: 'checkbox' })}
      />
    </FormShell>
  );
}
