import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  DayInput,
  FormShell,
  Loaded,
  PageLink,
  paths,
  SidePanel,
  toast,
  useLanguage,
  useRead,
  useToday,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import { listPackages, noteGiven, readPackage, type Package } from '../contract.ts';
import classes from './framework.module.css';

/** Services of the track with their last day, what was given before, and the next one to write down. */
export function PackagePanel({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const t = useWords('framework');
  const read = useRead(readPackage, { params: { partnerId } });
  return (
    <SidePanel opened onClose={onClose} title={read.data?.partner.name ?? t('page.packages')}>
      <Loaded read={read}>
        {(found) => (
          <>
            <p>
              <PageLink to={paths.partner({ partnerId })}>{t('packages.card')}</PageLink>
            </p>
            <Services of={found} />
            {found.can.note ? <NoteGiven key={found.given.length} of={found} /> : null}
            <Given of={found} />
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Services({ of }: { of: Package }) {
  const t = useWords('framework');
  const language = useLanguage();
  return (
    <ul className={classes.items}>
      {of.services.map((service) => (
        <li key={service.place}>
          {service[language]}{' '}
          <span className={classes.soft}>
            {service.lastOn ? (
              <>
                {t('packages.times', { count: service.times })} <When value={service.lastOn} />
              </>
            ) : (
              t('packages.never')
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function NoteGiven({ of }: { of: Package }) {
  const t = useWords('framework');
  const language = useLanguage();
  const today = useToday();
  const verb = useVerb(noteGiven, { invalidates: [readPackage, listPackages] });
  const form = useForm({
    initialValues: { place: '', givenOn: today as string, toWhom: '' },
    validate: {
      place: (value) => (value === '' ? t('packages.needService') : null),
      toWhom: (value) => (value.trim() ? null : t('packages.needWhom')),
    },
  });
  async function send({ place, ...told }: typeof form.values): Promise<void> {
    await verb.mutateAsync({
      params: { partnerId: of.partner.id },
      body: { ...told, place: Number(place) },
    });
    toast(t('packages.done'));
  }
  return (
    <FormShell
      form={form}
      submit={t('packages.note')}
      onSubmit={send}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <Select
        label={t('packages.service')}
        data={of.services.map((service) => ({ value: String(service.place), label: service[language] }))}
        {...form.getInputProps('place')}
      />
      <DayInput label={t('packages.on')} max={today} required {...form.getInputProps('givenOn')} />
      <TextInput label={t('packages.toWhom')} maxLength={200} {...form.getInputProps('toWhom')} />
    </FormShell>
  );
}

function Given({ of }: { of: Package }) {
  const t = useWords('framework');
  const language = useLanguage();
  if (of.given.length === 0) return <p className={classes.soft}>{t('packages.nothing')}</p>;
  return (
    <>
      <h3 className={classes.name}>{t('packages.history')}</h3>
      <ul className={classes.items}>
        {of.given.map((one) => (
          <li key={one.id}>
            <When value={one.givenOn} /> · {one[language]}
            <span className={classes.soft}>
              {t('packages.byTo', { by: one.by ?? '–', toWhom: one.toWhom })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
