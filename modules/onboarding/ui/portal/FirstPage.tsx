import {
  EmptyState,
  Loaded,
  PageHeading,
  paths,
  Section,
  useFilters,
  useLanguage,
  useMe,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { markStep, readLaunch, type Launch, type LaunchStep } from '../../contract.ts';
import { ScenarioWords } from '../ScenarioWords.tsx';
import { StepDone } from '../StepDone.tsx';
import { Steps } from '../Steps.tsx';
import { StepTest } from '../StepTest.tsx';
import { OwnPilot } from './OwnPilot.tsx';

/** The partner’s own way to the first result, step by step. */
export default function FirstPage() {
  const { partnerId } = useMe().member;
  const t = useWords('onboarding');
  if (partnerId === null) return <EmptyState title={t('own.noneTitle')}>{t('own.none')}</EmptyState>;
  return <Own partnerId={partnerId} />;
}

function Own({ partnerId }: { partnerId: string }) {
  const t = useWords('onboarding');
  const language = useLanguage();
  const read = useRead(readLaunch, { params: { partnerId: partnerId as Launch['partner']['id'] } });
  const answer = (launch: Launch): string => {
    if (launch.firstResult) return t('own.reached', { what: t(`result.${launch.firstResult.kind}`) });
    if (!launch.next) return t('card.allDone');
    return t(launch.next.side === 'ours' ? 'own.ours' : 'own.answer', {
      done: launch.done,
      steps: launch.steps,
      next: launch.next[language],
    });
  };
  return (
    <Loaded read={read}>
      {({ partner, launch }) => (
        <>
          <PageHeading title={t('own.title')} answer={launch ? answer(launch) : null} />
          <OwnPilot partnerId={partner.id} />
          {launch ? (
            <Way launch={launch} />
          ) : (
            <EmptyState title={t('own.noneTitle')}>{t('own.none')}</EmptyState>
          )}
        </>
      )}
    </Loaded>
  );
}

function Way({ launch }: { launch: Launch }) {
  const t = useWords('onboarding');
  const [filters, set] = useFilters(paths.portalFirst);
  const verb = useVerb(markStep, { invalidates: [] });
  const partnerId = launch.partner.id;
  const step = launch.plan.find(({ code }) => code === filters.step);
  const close = () => set({ act: '', step: '' });
  function open(act: string, chosen: LaunchStep): void {
    // To look is not to do: it is only noted, and nobody waits for the note.
    if (chosen.openedAt === null)
      verb.mutate({ params: { partnerId, code: chosen.code }, body: { mark: 'opened' } });
    set({ act, step: chosen.code });
  }
  return (
    <>
      {launch.scenario ? (
        <Section title={t('card.scenario')} note={launch.scenario.title}>
          <ScenarioWords of={launch.scenario} />
        </Section>
      ) : null}
      <Section title={t('card.steps')} note={t('card.stepsNote')}>
        <Steps
          partnerId={partnerId}
          launch={launch}
          onAct={(act, code) => {
            const chosen = launch.plan.find((one) => one.code === code);
            if (chosen) open(act, chosen);
          }}
        />
      </Section>
      {filters.act === 'done' && step ? <StepDone partnerId={partnerId} step={step} onClose={close} /> : null}
      {filters.act === 'test' && step ? <StepTest partnerId={partnerId} step={step} onClose={close} /> : null}
    </>
  );
}
