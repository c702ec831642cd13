import { Button } from '@mantine/core';
import {
  EmptyState,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  RefusalNotice,
  SegmentTabs,
  Sentence,
  toast,
  useFilters,
  useFormat,
  useLanguage,
  useMay,
  useMe,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { buildAgenda, readAgenda, readTeamWeek, type Week } from '../contract.ts';
import { Answered } from './Answered.tsx';
import { AgendaCard } from './AgendaCard.tsx';
import { TeamWeek } from './TeamWeek.tsx';
import classes from './agenda.module.css';

const TEAM = 'team';

/** The few things worth doing this week; for the head, first the week of the team. */
export default function TodayScreen() {
  const t = useWords('agenda');
  const { member } = useMe();
  const [filters, set] = useFilters(paths.today);
  const mayTeam = useMay('agenda.team');
  const who = filters.who || (mayTeam ? TEAM : '');
  const shown = !mayTeam || who === '' ? (member.id as string) : who;
  return (
    <>
      {mayTeam ? (
        <div className={classes.views}>
          <SegmentTabs
            label={t('week.view')}
            value={shown === TEAM ? TEAM : shown === (member.id as string) ? 'mine' : 'other'}
            segments={[
              { value: TEAM, label: t('week.team') },
              { value: 'mine', label: t('week.mine') },
            ]}
            onChange={(view) => set({ who: view === TEAM ? '' : member.id })}
          />
        </div>
      ) : null}
      {shown === TEAM ? <TeamWeek /> : <OneWeek key={shown} memberId={shown} />}
    </>
  );
}

function OneWeek({ memberId }: { memberId: string }) {
  const t = useWords('agenda');
  const { member } = useMe();
  // Everybody may read their own; the id of another comes with the team's week.
  const query = memberId === (member.id as string) ? {} : { memberId: memberId as Week['member']['id'] };
  const read = useRead(readAgenda, { query });
  return (
    <Loaded read={read}>
      {(week) => (
        <>
          <PageHeading
            title={week.isOwn ? t('week.title') : t('week.titleOf', { name: week.member.name })}
            answer={<Answer week={week} />}
            actions={week.can.build ? <Rebuild /> : null}
          />
          <Warnings week={week} />
          {week.cards.length === 0 ? <Calm week={week} /> : null}
          <ol className={classes.cards}>
            {week.cards.map((card) => (
              <AgendaCard key={card.id} card={card} mayAnswer={week.can.answer && week.isOwn} />
            ))}
          </ol>
          {week.cards.length > 0 ? <Quotas week={week} /> : null}
          <Answered answered={week.answered} mayUndo={week.isOwn} />
        </>
      )}
    </Loaded>
  );
}

function Answer({ week }: { week: Week }) {
  const t = useWords('agenda');
  return (
    <>
      <Sentence
        text={t('week.answer', {
          count: week.cards.length,
          minutes: week.plannedMinutes,
          capacity: week.capacityMinutes,
        })}
        parts={{ sum: <Money minor={week.valueMinor} currency={week.currency} /> }}
      />
      {week.doneMinutes > 0 ? ` ${t('week.done', { minutes: week.doneMinutes })}` : null}
    </>
  );
}

function Rebuild() {
  const t = useWords('agenda');
  const verb = useVerb(buildAgenda, {
    invalidates: [readAgenda, readTeamWeek],
    onDone: () => toast(t('week.built_done')),
  });
  return (
    <>
      <Button variant="default" loading={verb.isPending} onClick={() => verb.mutate({})}>
        {t('actions.build')}
      </Button>
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
    </>
  );
}

function Warnings({ week }: { week: Week }) {
  const t = useWords('agenda');
  const language = useLanguage();
  return (
    <>
      {week.broken.length > 0 ? (
        <p className={classes.warn}>
          {t('week.broken', { names: week.broken.map(({ name }) => name[language]).join(', ') })}
        </p>
      ) : null}
      {week.plannedMinutes > Math.max(0, week.capacityMinutes - week.doneMinutes) ? (
        <p className={classes.warn}>{t('week.over')}</p>
      ) : null}
    </>
  );
}

/** Which promises about the minutes hold, and when all this was looked at. */
function Quotas({ week }: { week: Week }) {
  const t = useWords('agenda');
  const format = useFormat();
  return (
    <p className={classes.soft}>
      {[
        week.leftOut > 0 ? t('week.left', { count: week.leftOut }) : '',
        t(`week.existing.${week.existing}`),
        t(`week.newFace.${week.newFace}`),
        week.builtAt ? `${t('week.built', { when: format.when(week.builtAt) })}.` : t('week.notBuilt'),
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  );
}

/** Nothing is wrong: the day of a new face. */
function Calm({ week }: { week: Week }) {
  const t = useWords('agenda');
  return (
    <EmptyState
      title={t('week.calm')}
      actions={
        week.candidates.length === 0 ? <PageLink to={paths.survey()}>{t('week.survey')}</PageLink> : null
      }
    >
      {week.candidates.length === 0 ? (
        t('week.noCandidates')
      ) : (
        <>
          {t('week.calmText')}
          <ul className={classes.faces}>
            {week.candidates.map((one) => (
              <li key={one.id}>
                <PageLink to={paths.partner({ partnerId: one.id })}>{one.name}</PageLink>{' '}
                {one.mentions > 0 ? (
                  <span className={classes.soft}>{t('week.mentions', { count: one.mentions })}</span>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  );
}
