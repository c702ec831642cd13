import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { PATHS, REASONS, type Path } from '@mosty/lifecycle/contract';
import { FormShell, PageLink, paths, toast, useMay, useVerb, useWords, When } from '@mosty/ui-kit';
import { useState } from 'react';
import {
  declineApplication,
  listApplications,
  takeApplication,
  type Application,
} from '../contract/application.ts';
import { listProgrammes } from '../contract/programme.ts';
import classes from './programme.module.css';

const CHANGES = { invalidates: [listApplications, listProgrammes] };
const KNOWN = ['email', 'phone', 'site', 'taxNumber', 'city', 'introducedBy'] as const;
const SAID = ['readyToTell', 'bringsClients', 'together'] as const;

/** What a stranger told, whom of the stop list they look like, and the two answers: into work, or no with a letter. */
export function ApplicationCard({ application: one }: { application: Application }) {
  const t = useWords('recruiting');
  const may = useMay('application.decide');
  const [doing, setDoing] = useState<'take' | 'decline' | null>(null);
  return (
    <>
      {one.stops.map((stop) => (
        <p key={stop.entryId} className={classes.stop} role="alert">
          {t(stop.sure ? 'applications.isStopped' : 'applications.likeStopped', { name: stop.name })}{' '}
          <PageLink to={paths.stopList({ open: stop.entryId })}>{t('applications.stopEntry')}</PageLink>
        </p>
      ))}
      <p className={classes.text}>{one.about}</p>
      <ul>
        <li>{one.person}</li>
        {KNOWN.flatMap((key) =>
          one[key] ? [<li key={key}>{`${t(`programme.form.${key}`)}: ${one[key]}`}</li>] : [],
        )}
        <li>{t(`programme.experience.${one.answers.experience}`)}</li>
        {SAID.flatMap((key) => (one.answers[key] ? [<li key={key}>{t(`programme.form.${key}`)}</li>] : []))}
      </ul>
      <p className={classes.soft}>
        {t('applications.consent', { version: one.consentVersion })} <When value={one.appliedAt} />
      </p>
      {one.partnerId ? (
        <PageLink to={paths.partner({ partnerId: one.partnerId })}>{t('applications.toPartner')}</PageLink>
      ) : null}
      {one.state === 'waiting' && may && doing === null ? (
        <div className={classes.acts}>
          <Button onClick={() => setDoing('take')}>{t('applications.take')}</Button>
          <Button variant="default" onClick={() => setDoing('decline')}>
            {t('applications.decline')}
          </Button>
        </div>
      ) : null}
      {doing === 'take' ? <Take one={one} onClose={() => setDoing(null)} /> : null}
      {doing === 'decline' ? <Decline one={one} onClose={() => setDoing(null)} /> : null}
    </>
  );
}

function Take({ one, onClose }: { one: Application; onClose: () => void }) {
  const t = useWords('recruiting');
  const verb = useVerb(takeApplication, CHANGES);
  const form = useForm({ initialValues: { path: 'standard' as Path, introducer: null as Picked | null } });
  return (
    <FormShell
      form={form}
      submit={t('applications.take')}
      busy={verb.isPending}
      refusal={verb.error}
      onCancel={onClose}
      onSubmit={async ({ path, introducer }) => {
        await verb.mutateAsync({
          params: { applicationId: one.id },
          body: { path, ...(introducer ? { introducedByPartnerId: introducer.id } : {}) },
        });
        toast(t('applications.taken'));
        onClose();
      }}
    >
      <Select
        label={t('applications.path')}
        allowDeselect={false}
        data={PATHS.map((value) => ({ value, label: t(`lifecycle:path.${value}`) }))}
        {...form.getInputProps('path')}
      />
      <PickPartner
        label={t('applications.introducer')}
        value={form.values.introducer}
        onChange={(picked) => form.setFieldValue('introducer', picked)}
      />
    </FormShell>
  );
}

function Decline({ one, onClose }: { one: Application; onClose: () => void }) {
  const t = useWords('recruiting');
  const verb = useVerb(declineApplication, CHANGES);
  const form = useForm({
    initialValues: {
      reasonCode: 'other_audience' as (typeof REASONS.declined)[number],
      subject: t('applications.letterSubject'),
      text: t('applications.letterText', { person: one.person }),
    },
  });
  return (
    <FormShell
      form={form}
      submit={t('applications.decline')}
      busy={verb.isPending}
      refusal={verb.error}
      onCancel={onClose}
      onSubmit={async ({ reasonCode, ...letter }) => {
        await verb.mutateAsync({ params: { applicationId: one.id }, body: { reasonCode, letter } });
        toast(t('applications.declined'));
        onClose();
      }}
    >
      <Select
        label={t('applications.reason')}
        allowDeselect={false}
        data={REASONS.declined.map((value) => ({ value, label: t(`lifecycle:reason.${value}`) }))}
        {...form.getInputProps('reasonCode')}
      />
      <TextInput label={t('applications.subject')} required {...form.getInputProps('subject')} />
      <Textarea
        label={t('applications.letter')}
        required
        autosize
        minRows={6}
        {...form.getInputProps('text')}
      />
    </FormShell>
  );
}
