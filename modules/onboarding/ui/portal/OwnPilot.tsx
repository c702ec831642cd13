import { Figures, Money, Section, useFormat, useRead, useWords, When } from '@mosty/ui-kit';
import { readPartnerPilot, type OwnPilot as Pilot, type PartnerLaunch } from '../../contract.ts';
import { Criteria } from '../Criteria.tsx';

/** The partner's pilot: what is counted, how it goes, and when it is decided (S0.61). Nothing where none is locked. */
export function OwnPilot({ partnerId }: { partnerId: PartnerLaunch['partner']['id'] }) {
  const { data } = useRead(readPartnerPilot, { params: { partnerId } });
  return data?.pilot ? <Shown pilot={data.pilot} /> : null;
}

function Shown({ pilot }: { pilot: Pilot }) {
  const t = useWords('onboarding');
  const format = useFormat();
  const { state, verdict, currency } = pilot;
  const answer = t(verdict ? `ownPilot.decided_${verdict}` : `ownPilot.${state}`, {
    endsOn: format.when(pilot.endsOn),
    found: pilot.sales,
    all: pilot.volume,
  });
  return (
    <Section title={t('ownPilot.title')} note={answer}>
      <Figures
        label={t('ownPilot.title')}
        items={[
          {
            label: t('pilots.volume'),
            value: t('pilots.of', { found: pilot.sales, all: pilot.volume }),
          },
          {
            label: t('pilot.period'),
            value: <When value={pilot.startsOn} />,
            note: <When value={pilot.endsOn} />,
          },
          { label: t('ownPilot.earned'), value: <Money minor={pilot.rewardMinor} currency={currency} /> },
        ]}
      />
      <Criteria own criteria={pilot.criteria} currency={currency} />
      <p>{t('ownPilot.counted')}</p>
    </Section>
  );
}
