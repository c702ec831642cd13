import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PickClient } from '@mosty/directory/parts';
import { FormShell, PageHeading, toast, useMay, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { listMentions, listNames, logMention, MENTION_SOURCES, readInfluence } from '../contract.ts';
import classes from './recruiting.module.css';

const HEARD_IN = MENTION_SOURCES.filter((source) => source !== 'survey');
type HeardIn = (typeof HEARD_IN)[number];

/** «Услышали имя»: ten seconds after the call (S1.8). */
export default function HeardScreen() {
  const t = useWords('recruiting');
  const mayPick = useMay('client.read');
  const [last, setLast] = useState<{ name: string; speakers: number } | null>(null);
  const verb = useVerb(logMention, { invalidates: [listMentions, listNames, readInfluence] });
  const form = useForm({
    initialValues: {
      name: '',
      source: 'support' as HeardIn,
      heardFrom: '',
      clientId: null as string | null,
      link: '',
      note: '',
    },
    validate: { name: (value) => (value.trim() ? null : t('names.heard.needName')) },
  });
  return (
    <>
      <PageHeading title={t('names.heard.title')} answer={t('names.heard.answer')} />
      <FormShell
        form={form}
        submit={t('names.heard.save')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onSubmit={async ({ name, source, heardFrom, clientId, link, note }) => {
          const told = await verb.mutateAsync({
            body: {
              name: name.trim(),
              source,
              clientId: clientId ?? undefined,
              heardFrom: heardFrom.trim() || undefined,
              link: link.trim() || undefined,
              note: note.trim() || undefined,
            },
          });
          toast(t('names.heard.done'));
          setLast(told);
          form.setValues({ name: '', heardFrom: '', clientId: null, link: '', note: '' });
          form.resetDirty();
        }}
      >
        <TextInput
          label={t('names.heard.name')}
          description={t('names.heard.nameNote')}
          required
          autoFocus
          maxLength={300}
          {...form.getInputProps('name')}
        />
        <Select
          label={t('names.heard.source')}
          allowDeselect={false}
          data={HEARD_IN.map((value) => ({ value, label: t(`names.source.${value}`) }))}
          {...form.getInputProps('source')}
        />
        {mayPick ? (
          <PickClient
            label={t('names.heard.client')}
            value={form.values.clientId}
            onChange={(clientId) => form.setFieldValue('clientId', clientId)}
            error={form.errors['clientId']}
          />
        ) : null}
        <TextInput
          label={t('names.heard.from')}
          description={t('names.heard.fromNote')}
          maxLength={300}
          {...form.getInputProps('heardFrom')}
        />
        <TextInput label={t('names.heard.link')} maxLength={2_000} {...form.getInputProps('link')} />
        <Textarea label={t('names.heard.note')} autosize maxLength={1_000} {...form.getInputProps('note')} />
      </FormShell>
      {last ? (
        <p role="status" className={classes.text}>
          {t('names.heard.last', { name: last.name, count: last.speakers })}
        </p>
      ) : null}
    </>
  );
}
