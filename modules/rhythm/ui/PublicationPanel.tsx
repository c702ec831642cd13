import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Badge,
  CopyText,
  DayInput,
  FormShell,
  toast,
  useFormat,
  useMay,
  useToday,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import { useState } from 'react';
import {
  listPublications,
  readCalendar,
  releasePublication,
  reportPublication,
  type Publication,
} from '../contract.ts';
import { PublicationForm } from './PublicationForm.tsx';
import classes from './rhythm.module.css';

const CHANGES = { invalidates: [readCalendar, listPublications] };

/** What will be published, whether it may go out, the label to copy, and the two marks: it is out, it is reported. */
export function PublicationPanel({ publication }: { publication: Publication }) {
  const t = useWords('rhythm');
  const format = useFormat();
  const mayWrite = useMay('plan.write');
  const [editing, setEditing] = useState(false);
  const isOut = publication.state === 'out' || publication.state === 'reported';
  return (
    <>
      <p className={classes.marks}>
        <Badge tone={publication.state === 'not_ready' ? 'warn' : 'accent'}>
          {t(`state.${publication.state}`)}
        </Badge>
        <span className={classes.soft}>{publication.platform}</span>
        <When value={publication.onDay} />
        {publication.followers === null ? null : (
          <span className={classes.soft}>
            {t('publication.followed', { number: format.count(publication.followers) })}
          </span>
        )}
      </p>
      {publication.planItem ? (
        <p className={classes.soft}>{t('publication.partOf', { title: publication.planItem.title })}</p>
      ) : isOut ? null : (
        <p className={classes.warn}>{t('publication.outOfPlan')}</p>
      )}
      {publication.lacks.length > 0 ? (
        <p className={classes.warn}>
          {t('publication.notReady', {
            lacks: publication.lacks.map((one) => t(`publication.lacks.${one}`)).join(', '),
          })}
        </p>
      ) : null}
      {publication.label ? <CopyText text={publication.label} label={t('publication.copy')} /> : null}
      {publication.url ? (
        <p>
          <a href={publication.url} target="_blank" rel="noreferrer noopener">
            {t('publication.link')}
          </a>
        </p>
      ) : null}
      {mayWrite && !isOut ? (
        <p>
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('publication.edit')}
          </Button>
        </p>
      ) : null}
      {mayWrite && publication.state === 'ready' && publication.planItem ? (
        <Release publication={publication} />
      ) : null}
      {mayWrite && publication.state === 'out' && publication.isAd ? (
        <Report publication={publication} />
      ) : null}
      {editing ? <PublicationForm publication={publication} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

function Release({ publication }: { publication: Publication }) {
  const t = useWords('rhythm');
  const verb = useVerb(releasePublication, CHANGES);
  const form = useForm({
    initialValues: { url: '' },
    validate: { url: (value) => (/^https?:\/\/./.test(value.trim()) ? null : t('publication.needUrl')) },
  });
  async function send({ url }: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { publicationId: publication.id }, body: { url: url.trim() } });
    toast(t('plan.saved'));
  }
  return (
    <FormShell
      form={form}
      submit={t('publication.release')}
      onSubmit={send}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <TextInput label={t('publication.url')} {...form.getInputProps('url')} />
    </FormShell>
  );
}

function Report({ publication }: { publication: Publication }) {
  const t = useWords('rhythm');
  const today = useToday();
  const verb = useVerb(reportPublication, CHANGES);
  const form = useForm({ initialValues: { reportedOn: today as string } });
  async function send(body: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { publicationId: publication.id }, body });
    toast(t('plan.saved'));
  }
  return (
    <FormShell
      form={form}
      submit={t('publication.report')}
      onSubmit={send}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <DayInput
        label={t('publication.reportedOn')}
        required
        max={today}
        {...form.getInputProps('reportedOn')}
      />
    </FormShell>
  );
}
