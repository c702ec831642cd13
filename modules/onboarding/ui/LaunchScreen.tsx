import { Button } from '@mantine/core';
import { PartnerWorld } from '@mosty/directory/parts';
import {
  Act,
  Figures,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFilters,
  useLanguage,
  useParam,
  useRead,
  useWords,
  When,
} from '@mosty/ui-kit';
import { readLaunch, type Launch, type PartnerLaunch } from '../contract.ts';
import { ChooseScenario } from './ChooseScenario.tsx';
import { ChangeStep } from './ChangeStep.tsx';
import { PlanLaunch } from './PlanLaunch.tsx';
import { RecordSession } from './RecordSession.tsx';
import { ScenarioWords } from './ScenarioWords.tsx';
import { StepDone } from './StepDone.tsx';
import { Steps } from './Steps.tsx';
import { StepTest } from './StepTest.tsx';
import classes from './onboarding.module.css';

/** One partner’s way to the first result. */
export default function LaunchScreen() {
  const partnerId = useParam('partnerId');
  const read = useRead(readLaunch, { params: { partnerId } }, { keep: false });
  return <Loaded read={read}>{(found) => <Card found={found} />}</Loaded>;
}

function Card({ found }: { found: PartnerLaunch }) {
  const t = useWords('onboarding');
  const [filters, set] = useFilters(paths.launch);
  const { partner, launch, can } = found;
  const partnerId = partner.id;
  const close = () => set({ act: '', step: '' });
  const step = launch?.plan.find(({ code }) => code === filters.step);
  return (
    <>
      <PageHeading
        title={t('card.title', { name: partner.name })}
        answer={<Answer found={found} />}
        actions={
          <>
            <PageLink to={paths.partner({ partnerId })}>{t('card.partner')}</PageLink>
            <PageLink to={paths.pilots()}>{t('card.pilot')}</PageLink>
            {launch && can['plan'] !== true ? null : (
              <Act can={can['plan']} onClick={() => set({ act: 'plan' })}>
                {t('card.plan')}
              </Act>
            )}
          </>
        }
      />
      {launch ? (
        <>
          <Way launch={launch} />
          <PartnerWorld partnerId={partnerId} />
          <Section title={t('card.steps')} note={t('card.stepsNote')}>
            <Steps launch={launch} onAct={(act, code) => set({ act, step: code })} partnerId={partnerId} />
          </Section>
          <Section
            title={t('card.scenario')}
            actions={
              <Act
                variant="default"
                size="compact-sm"
                can={can['lead']}
                onClick={() => set({ act: 'scenario' })}
              >
                {t('card.choose')}
              </Act>
            }
          >
            {launch.scenario ? (
              <>
                <p>
                  <PageLink to={paths.scenario({ scenarioId: launch.scenario.id })}>
                    {launch.scenario.title}
                  </PageLink>
                </p>
                <ScenarioWords of={launch.scenario} />
              </>
            ) : (
              <p className={classes.soft}>{t('card.scenarioNone')}</p>
            )}
          </Section>
          <Section
            title={t('card.sessions')}
            actions={
              can['lead'] === true ? (
                <Button variant="default" size="compact-sm" onClick={() => set({ act: 'session' })}>
                  {t('card.addSession')}
                </Button>
              ) : null
            }
          >
            <Talks launch={launch} />
          </Section>
        </>
      ) : null}
      {filters.act === 'plan' && can['plan'] === true ? <PlanLaunch found={found} onClose={close} /> : null}
      {filters.act === 'scenario' && launch ? (
        <ChooseScenario partnerId={partnerId} launch={launch} onClose={close} />
      ) : null}
      {filters.act === 'session' && launch ? <RecordSession partnerId={partnerId} onClose={close} /> : null}
      {filters.act === 'done' && step ? <StepDone partnerId={partnerId} step={step} onClose={close} /> : null}
      {filters.act === 'test' && step ? <StepTest partnerId={partnerId} step={step} onClose={close} /> : null}
      {filters.act === 'change' && step ? <ChangeStep found={found} step={step} onClose={close} /> : null}
    </>
  );
}

function Answer({ found: { launch, can } }: { found: PartnerLaunch }) {
  const t = useWords('onboarding');
  const language = useLanguage();
  if (!launch) return t(can['plan'] === true ? 'card.before' : 'card.notAgreed');
  if (launch.plan.every((step) => !step.can.change) && launch.stage === 'working') return t('card.closed');
  if (!launch.next) return t('card.allDone');
  return t('card.onWay', { done: launch.done, steps: launch.steps, next: launch.next[language] });
}

function Way({ launch }: { launch: Launch }) {
  const t = useWords('onboarding');
  return (
    <Figures
      label={t('card.days')}
      items={[
        {
          label: t('card.days'),
          value: launch.days ?? '–',
          note: launch.firstResult ? (
            <>
              {t(`result.${launch.firstResult.kind}`)}, <When value={launch.firstResult.on} />
            </>
          ) : (
            t('card.noResult')
          ),
        },
        { label: t('card.median'), value: launch.medianDays ?? t('card.noMedian') },
        { label: t('card.touched'), value: launch.silentDays, note: <When value={launch.touchedOn} /> },
      ]}
    />
  );
}

function Talks({ launch }: { launch: Launch }) {
  const t = useWords('onboarding');
  if (launch.sessions.length === 0) return <p className={classes.soft}>{t('card.sessionsNone')}</p>;
  return (
    <ul className={classes.steps}>
      {launch.sessions.map((one) => (
        <li key={one.id}>
          <div>
            {one.topic}
            <span className={classes.soft}>{t('card.led', { ledBy: one.ledBy, joined: one.joined })}</span>
            {one.notes ? <span className={classes.soft}>{one.notes}</span> : null}
          </div>
          <When value={one.heldOn} />
        </li>
      ))}
    </ul>
  );
}
