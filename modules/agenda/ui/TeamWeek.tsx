import { Button, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Badge,
  EmptyState,
  FormShell,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  Sentence,
  SidePanel,
  toast,
  useFormat,
  useLanguage,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { readAgenda, readTeamWeek, setCapacity } from '../contract.ts';
import classes from './agenda.module.css';

type Team = AnswerOf<typeof readTeamWeek>;
type Load = Team['items'][number];

/** For the head: who is loaded with what, what was put off, and how the rules fare. */
export function TeamWeek() {
  const t = useWords('agenda');
  const read = useRead(readTeamWeek, {});
  const [setting, setSetting] = useState<Load | null>(null);
  return (
    <Loaded read={read}>
      {(team) => (
        <>
          <PageHeading title={t('team.title')} answer={<Said team={team} />} />
          {team.items.length === 0 ? (
            <EmptyState title={t('team.empty')}>{t('team.emptyText')}</EmptyState>
          ) : (
            <ul className={classes.lines}>
              {team.items.map((one) => (
                <Person key={one.member.id} load={one} team={team} onSet={() => setSetting(one)} />
              ))}
            </ul>
          )}
          <PutOffList team={team} />
          <Rules team={team} />
          {setting ? <Minutes load={setting} onClose={() => setSetting(null)} /> : null}
        </>
      )}
    </Loaded>
  );
}

function Said({ team }: { team: Team }) {
  const t = useWords('agenda');
  const sum = (of: (one: Load) => number) => team.items.reduce((all, one) => all + of(one), 0);
  return (
    <Sentence
      text={t('team.answer', {
        planned: sum(({ plannedMinutes }) => plannedMinutes),
        capacity: sum(({ capacityMinutes }) => capacityMinutes),
        off: team.putOff.length,
      })}
      parts={{}}
    />
  );
}

function Person({ load, team, onSet }: { load: Load; team: Team; onSet: () => void }) {
  const t = useWords('agenda');
  const figures = [
    [t('team.load'), t('team.loadOf', { planned: load.plannedMinutes, capacity: load.capacityMinutes })],
    [t('team.doneMinutes'), load.doneMinutes],
    [t('team.cards'), load.cards],
    [t('team.leftOut'), load.leftOut],
  ] as const;
  return (
    <li className={classes.person}>
      <div className={classes.head}>
        <h2 className={classes.name}>
          <PageLink to={paths.today({ who: load.member.id })}>{load.member.name}</PageLink>
        </h2>
        <span className={classes.worth}>
          <Money minor={load.valueMinor} currency={team.currency} />
        </span>
      </div>
      <dl className={classes.figures}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button size="compact-sm" variant="default" onClick={onSet}>
        {t('team.setCapacity')}
      </Button>
    </li>
  );
}

function PutOffList({ team }: { team: Team }) {
  const t = useWords('agenda');
  const language = useLanguage();
  return (
    <Section title={t('team.off')}>
      {team.putOff.length === 0 ? <p className={classes.soft}>{t('team.offNone')}</p> : null}
      <ul className={classes.lines}>
        {team.putOff.map((one) => (
          <li key={one.id} className={classes.line}>
            <span>
              <b>{t(`answer.verdict.${one.verdict}`)}:</b>{' '}
              <PageLink to={paths.partner({ partnerId: one.partner.id })}>{one.partner.name}</PageLink>{' '}
              <span className={classes.soft}>
                {[one.name[language], one.reason].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className={classes.soft}>{one.by}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Rules({ team }: { team: Team }) {
  const t = useWords('agenda');
  const format = useFormat();
  const language = useLanguage();
  return (
    <Section title={t('team.rules')} note={t('team.rulesNote')}>
      <ul className={classes.lines}>
        {team.rules.map((rule) => (
          <li key={rule.rule} className={classes.line}>
            <span>
              {rule.name[language]} {rule.isBroken ? <Badge tone="risk">{t('team.broken')}</Badge> : null}
            </span>
            <span className={classes.soft}>
              {t('team.found')}: {rule.found} · {t('team.lift')}: {format.percent(rule.liftPpm)} ·{' '}
              {t('team.seen')}: {rule.seen}
              {rule.disagreed > 0 ? ` · ${t('team.disagreed')}: ${rule.disagreed}` : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Minutes({ load, onClose }: { load: Load; onClose: () => void }) {
  const t = useWords('agenda');
  const verb = useVerb(setCapacity, { invalidates: [readTeamWeek, readAgenda] });
  const form = useForm({ initialValues: { minutes: load.capacityMinutes as number | string } });
  async function send({ minutes }: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { memberId: load.member.id }, body: { minutes: Number(minutes) } });
    toast(t('team.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('team.capacity', { name: load.member.name })}>
      <FormShell
        form={form}
        submit={t('team.setCapacity')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <NumberInput
          label={t('team.minutes')}
          min={15}
          max={2400}
          allowDecimal={false}
          {...form.getInputProps('minutes')}
        />
      </FormShell>
    </SidePanel>
  );
}
