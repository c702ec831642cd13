import { Checkbox, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, Loaded, PageHeading, Section, toast, useRead, useVerb, useWords } from '@mosty/ui-kit';
import {
  chooseNotices,
  NOTICE_KINDS,
  readChoices,
  waysOf,
  type Choices,
  type NoticeKind,
  type NoticeWay,
} from '../contract.ts';
import classes from './notices.module.css';

const HALF_HOUR = 30;
const HOURS = Array.from({ length: 48 }, (_, place) => {
  const minute = place * HALF_HOUR;
  return { value: String(minute), label: clock(minute) };
});

/** What to be told, how, and in what hours the program writes no letters. */
export default function ChoicesScreen() {
  const t = useWords('notices');
  const read = useRead(readChoices, {}, { keep: false });
  return (
    <>
      <PageHeading title={t('choices.title')} answer={t('choices.answer')} />
      <Loaded read={read}>{(choices) => <Form choices={choices} />}</Loaded>
    </>
  );
}

function Form({ choices }: { choices: Choices }) {
  const t = useWords('notices');
  const verb = useVerb(chooseNotices, {
    invalidates: [readChoices],
    onDone: () => toast(t('choices.saved')),
  });
  const { quiet } = choices;
  const form = useForm({
    initialValues: {
      ways: Object.fromEntries(choices.items.map(({ kind, way }) => [kind, way])) as Record<
        NoticeKind,
        NoticeWay
      >,
      hasQuiet: quiet.fromMinute !== quiet.toMinute,
      from: String(quiet.fromMinute),
      to: String(quiet.toMinute),
      zone: quiet.zone,
    },
    validate: {
      to: (value, { hasQuiet, from }) => (hasQuiet && value === from ? t('choices.sameHour') : null),
    },
  });
  const { hasQuiet } = form.values;
  async function send({ ways, from, to, zone, ...told }: typeof form.values): Promise<void> {
    const fromMinute = Number(from);
    await verb.mutateAsync({
      body: { ways, quiet: { fromMinute, toMinute: told.hasQuiet ? Number(to) : fromMinute, zone } },
    });
    form.resetDirty();
  }
  return (
    <FormShell
      form={form}
      submit={t('choices.save')}
      onSubmit={send}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <Section title={t('choices.kinds')} note={t('choices.kindsNote')}>
        <div className={classes.kinds}>
          {NOTICE_KINDS.map((kind) => (
            <Select
              key={kind}
              label={t(`kind.${kind}`)}
              description={t(`about.${kind}`)}
              allowDeselect={false}
              data={waysOf(kind).map((value) => ({
                value,
                label: t(kind === 'digest' ? `digestWay.${value}` : `way.${value}`),
              }))}
              {...form.getInputProps(`ways.${kind}`)}
            />
          ))}
        </div>
      </Section>
      <Section title={t('choices.quiet')} note={t('choices.quietNote')}>
        <Checkbox label={t('choices.hasQuiet')} {...form.getInputProps('hasQuiet', { type: 'checkbox' })} />
        {hasQuiet ? (
          <div className={classes.quiet}>
            <Select
              label={t('choices.from')}
              allowDeselect={false}
              data={hoursWith(quiet.fromMinute)}
              {...form.getInputProps('from')}
            />
            <Select
              label={t('choices.to')}
              allowDeselect={false}
              data={hoursWith(quiet.toMinute)}
              {...form.getInputProps('to')}
            />
            <Select
              className={classes.zone}
              label={t('choices.zone')}
              searchable
              allowDeselect={false}
              data={zonesWith(quiet.zone)}
              {...form.getInputProps('zone')}
            />
          </div>
        ) : null}
      </Section>
    </FormShell>
  );
}

/** Half hours, and the minute that was told otherwise. */
const hoursWith = (minute: number) =>
  minute % HALF_HOUR === 0 ? HOURS : [...HOURS, { value: String(minute), label: clock(minute) }];

const zonesWith = (zone: string) => [...new Set([zone, ...Intl.supportedValuesOf('timeZone')])];

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
