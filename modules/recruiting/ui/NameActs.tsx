import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Act, FormShell, paths, RefusalNotice, toast, useGo, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import {
  bringNameBack,
  listNames,
  readInfluence,
  readName,
  setNameAside,
  takeName,
  updateName,
  type NameCard,
} from '../contract.ts';
import classes from './recruiting.module.css';

const INVALID = [readName, listNames, readInfluence];
/** Of the conveyor: its schema is for the server. */
const PATHS = ['standard', 'scaled', 'referral', 'alliance'] as const;

/** What may be done with a name: take it into work, complete it, set it aside. */
export function NameActs({ name }: { name: NameCard }) {
  const t = useWords('recruiting');
  const [doing, setDoing] = useState<'take' | 'complete' | 'aside' | null>(null);
  const back = useVerb(bringNameBack, { invalidates: INVALID });
  const done = () => setDoing(null);
  if (doing === 'take') return <Take name={name} onDone={done} />;
  if (doing === 'complete') return <Complete name={name} onDone={done} />;
  if (doing === 'aside') return <SetAside name={name} onDone={done} />;
  return (
    <div className={classes.line}>
      {name.partner ? null : (
        <Act can={name.can['take']} onClick={() => setDoing('take')}>
          {t('scout.take')}
        </Act>
      )}
      <Act can={name.can['write']} variant="default" onClick={() => setDoing('complete')}>
        {t('scout.complete')}
      </Act>
      {name.setAside ? (
        <Button variant="default" onClick={() => back.mutate({ params: { nameId: name.id } })}>
          {t('scout.bringBack')}
        </Button>
      ) : name.partner ? null : (
        <Act can={name.can['setAside']} variant="subtle" color="gray" onClick={() => setDoing('aside')}>
          {t('scout.putAside')}
        </Act>
      )}
      {back.error ? <RefusalNotice refusal={back.error} /> : null}
    </div>
  );
}

interface Props {
  readonly name: NameCard;
  readonly onDone: () => void;
}

function Take({ name, onDone }: Props) {
  const t = useWords('recruiting');
  const go = useGo();
  const verb = useVerb(takeName, { invalidates: INVALID });
  const form = useForm({ initialValues: { name: name.spoken, path: 'standard' as (typeof PATHS)[number] } });
  return (
    <FormShell
      form={form}
      submit={t('scout.take')}
      onCancel={onDone}
      busy={verb.isPending}
      refusal={verb.error}
      guard={false}
      onSubmit={async (body) => {
        const { partnerId, missing } = await verb.mutateAsync({ params: { nameId: name.id }, body });
        toast(missing > 0 ? t('scout.takenWaits', { count: missing }) : t('scout.takenOn'));
        go(paths.partner({ partnerId }));
      }}
    >
      <TextInput label={t('scout.called')} maxLength={300} {...form.getInputProps('name')} />
      <Select
        label={t('scout.path')}
        allowDeselect={false}
        data={PATHS.map((value) => ({ value, label: t(`scout.paths.${value}`) }))}
        {...form.getInputProps('path')}
      />
    </FormShell>
  );
}

function Complete({ name, onDone }: Props) {
  const t = useWords('recruiting');
  const verb = useVerb(updateName, { invalidates: INVALID });
  const form = useForm({
    initialValues: { links: name.links.join('\n'), audience: (name.audienceSize ?? '') as number | '' },
  });
  return (
    <FormShell
      form={form}
      submit={t('scout.save')}
      onCancel={onDone}
      busy={verb.isPending}
      refusal={verb.error}
      guard={false}
      onSubmit={async ({ links, audience }) => {
        await verb.mutateAsync({
          params: { nameId: name.id },
          body: {
            links: links
              .split('\n')
              .map((link) => link.trim())
              .filter(Boolean),
            audienceSize: audience === '' ? null : audience,
          },
        });
        onDone();
      }}
    >
      <Textarea
        label={t('scout.links')}
        description={t('scout.linksNote')}
        autosize
        {...form.getInputProps('links')}
      />
      <NumberInput
        label={t('scout.audience')}
        description={t('scout.audienceNote')}
        min={0}
        max={10_000_000_000}
        allowDecimal={false}
        thousandSeparator=" "
        {...form.getInputProps('audience')}
      />
    </FormShell>
  );
}

function SetAside({ name, onDone }: Props) {
  const t = useWords('recruiting');
  const verb = useVerb(setNameAside, { invalidates: INVALID });
  const form = useForm({
    initialValues: { why: '' },
    validate: { why: (value) => (value.trim() ? null : t('scout.needWhy')) },
  });
  return (
    <FormShell
      form={form}
      submit={t('scout.putAside')}
      onCancel={onDone}
      busy={verb.isPending}
      refusal={verb.error}
      guard={false}
      onSubmit={async ({ why }) => {
        await verb.mutateAsync({ params: { nameId: name.id }, body: { why: why.trim() } });
        onDone();
      }}
    >
      <TextInput label={t('scout.why')} maxLength={500} {...form.getInputProps('why')} />
    </FormShell>
  );
}
