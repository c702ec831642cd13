import {
  Act,
  ConfirmWithConsequence,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  toast,
  useFilters,
  useFormat,
  useParam,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { archiveScenario, listScenarios, readScenario, type Scenario } from '../contract.ts';
import { ScenarioDeals } from './ScenarioDeals.tsx';
import { ScenarioForm } from './ScenarioForm.tsx';
import { ScenarioSeats } from './ScenarioSeats.tsx';
import classes from './scenarios.module.css';

/** One client's task: who closes it, how it is offered, what came of it. */
export default function ScenarioScreen() {
  const scenarioId = useParam('scenarioId');
  const read = useRead(readScenario, { params: { scenarioId } });
  return <Loaded read={read}>{(scenario) => <Whole scenario={scenario} />}</Loaded>;
}

function Whole({ scenario }: { scenario: Scenario }) {
  const t = useWords('scenarios');
  const format = useFormat();
  const [filters, setFilters] = useFilters(paths.scenario);
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.scenarios()}>{t('nav.scenarios')}</PageLink>}
        title={scenario.title}
        answer={
          scenario.archivedAt
            ? t('page.archivedTitle', { day: format.when(scenario.archivedAt) })
            : scenario.task
        }
        actions={
          <>
            <Act variant="default" can={scenario.can.write} onClick={() => setFilters({ edit: '1' })}>
              {t('actions.change')}
            </Act>
            <Archive scenario={scenario} />
          </>
        }
      />
      {scenario.warnings.length > 0 ? (
        <ul className={classes.warnings}>
          {scenario.warnings.map(({ code }) => (
            <li key={code}>{t(`warning.${code}`)}</li>
          ))}
        </ul>
      ) : null}
      <ScenarioSeats scenario={scenario} />
      <HowToOffer scenario={scenario} />
      <ScenarioDeals scenario={scenario} />
      {filters.edit ? <ScenarioForm of={scenario} onClose={() => setFilters({ edit: '' })} /> : null}
    </>
  );
}

function Archive({ scenario }: { scenario: Scenario }) {
  const t = useWords('scenarios');
  const verb = useVerb(archiveScenario, { invalidates: [listScenarios, readScenario] });
  const params = { scenarioId: scenario.id };
  const archived = scenario.archivedAt === null;
  const send = async () => {
    await verb.mutateAsync({ params, body: { archived } });
    toast(t(archived ? 'page.archived' : 'page.restored'));
  };
  if (!archived)
    return (
      <Act variant="default" can={scenario.can.write} onClick={() => void send()}>
        {t('actions.restore')}
      </Act>
    );
  return (
    <ConfirmWithConsequence
      title={t('page.archiveTitle')}
      consequence={t('page.archiveText')}
      confirm={t('actions.archive')}
      onConfirm={send}
    >
      {(ask) => (
        <Act variant="default" can={scenario.can.write} onClick={ask}>
          {t('actions.archive')}
        </Act>
      )}
    </ConfirmWithConsequence>
  );
}

function HowToOffer({ scenario }: { scenario: Scenario }) {
  const t = useWords('scenarios');
  const lines = [
    [t('page.audience'), scenario.audience],
    [t('page.moment'), scenario.moment],
    [t('page.words'), scenario.words],
    [t('form.faster'), scenario.faster],
    [t('form.lessWork'), scenario.lessWork],
    [t('form.lowerRisk'), scenario.lowerRisk],
  ] as const;
  return (
    <Section title={t('page.how')}>
      <dl className={classes.facts}>
        {lines.map(([name, said]) => (
          <Line key={name} name={name} said={said || null} />
        ))}
      </dl>
    </Section>
  );
}

function Line({ name, said }: { name: string; said: string | null }) {
  const t = useWords('scenarios');
  return (
    <>
      <dt>{name}</dt>
      <dd className={said === null ? classes.soft : undefined}>{said ?? t('page.nothingSaid')}</dd>
    </>
  );
}
