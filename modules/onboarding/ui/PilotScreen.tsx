import {
  Act,
  ConfirmWithConsequence,
  Figures,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  SidePanel,
  toast,
  useFilters,
  useParam,
  useRead,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import { readPartnerStage } from '@mosty/lifecycle/contract';
import { changePilot, listPilots, lockPilot, readPilot, type Pilot } from '../contract.ts';
import { Criteria } from './Criteria.tsx';
import { DecidePilot } from './DecidePilot.tsx';
import { PilotEconomics } from './PilotEconomics.tsx';
import { PilotForm } from './PilotForm.tsx';

/** One pilot: what was agreed, what came of it, and the verdict. */
export default function PilotScreen() {
  const pilotId = useParam('pilotId');
  const read = useRead(readPilot, { params: { pilotId } }, { keep: false });
  return <Loaded read={read}>{(pilot) => <Card pilot={pilot} />}</Loaded>;
}

function Card({ pilot }: { pilot: Pilot }) {
  const t = useWords('onboarding');
  const [filters, set] = useFilters(paths.pilot);
  const close = () => set({ act: '' });
  const { can, currency } = pilot;
  const params = { pilotId: pilot.id };
  return (
    <>
      <PageHeading
        title={t('pilot.title', { name: pilot.partner.name })}
        answer={t(`pilot.${pilot.state}`, {
          met: pilot.met ?? 0,
          all: pilot.criteriaCount,
          verdict: pilot.verdict ? t(`verdict.${pilot.verdict}`) : '',
          reason: pilot.reason ?? '',
        })}
        actions={
          <>
            <PageLink to={paths.launch({ partnerId: pilot.partner.id })}>{t('pilot.launch')}</PageLink>
            {pilot.state === 'draft' ? (
              <>
                <Act variant="default" can={can['change']} onClick={() => set({ act: 'edit' })}>
                  {t('pilot.edit')}
                </Act>
                <Lock pilot={pilot} />
              </>
            ) : null}
            {pilot.state === 'running' || pilot.state === 'due' ? (
              <Act can={can['decide']} onClick={() => set({ act: 'decide' })}>
                {t('pilot.decide')}
              </Act>
            ) : null}
          </>
        }
      />
      <Section title={t('pilot.terms')}>
        <Figures
          label={t('pilot.terms')}
          items={[
            {
              label: t('pilot.period'),
              value: <When value={pilot.startsOn} />,
              note: <When value={pilot.endsOn} />,
            },
            { label: t('pilot.volume'), value: pilot.volume },
            { label: t('pilot.budget'), value: <Money minor={pilot.budgetMinor} currency={currency} /> },
          ]}
        />
      </Section>
      <Section title={t('pilot.economics')} note={t('pilot.economicsNote')}>
        <PilotEconomics pilot={pilot} />
      </Section>
      <Section title={t('pilot.criteria')} note={pilot.facts ? t('pilot.factsNote') : undefined}>
        <Criteria criteria={pilot.criteria} currency={currency} />
      </Section>
      {filters.act === 'edit' && can['change'] === true ? (
        <SidePanel opened wide onClose={close} title={t('form.title')}>
          <PilotForm operation={changePilot} params={params} of={pilot} onClose={close} onSaved={close} />
        </SidePanel>
      ) : null}
      {filters.act === 'decide' && can['decide'] === true ? (
        <DecidePilot pilot={pilot} onClose={close} />
      ) : null}
    </>
  );
}

function Lock({ pilot }: { pilot: Pilot }) {
  const t = useWords('onboarding');
  const verb = useVerb(lockPilot, {
    invalidates: [readPilot, listPilots, readPartnerStage],
    onDone: () => toast(t('pilot.locked')),
  });
  return (
    <ConfirmWithConsequence
      title={t('pilot.lockTitle')}
      consequence={t('pilot.lockText')}
      confirm={t('pilot.lock')}
      onConfirm={() => verb.mutateAsync({ params: { pilotId: pilot.id } })}
    >
      {(ask) => (
        <Act can={pilot.can['lock']} onClick={ask}>
          {t('pilot.lock')}
        </Act>
      )}
    </ConfirmWithConsequence>
  );
}
