import {
  Act,
  Badge,
  ConfirmWithConsequence,
  DataTable,
  EmptyState,
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
  useFormat,
  useParam,
  useRead,
  useVerb,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { readPartnerStage } from '@mosty/lifecycle/contract';
import { changePilot, listPilots, lockPilot, readPilot, type Pilot } from '../contract.ts';
import { DecidePilot } from './DecidePilot.tsx';
import { PilotForm } from './PilotForm.tsx';
import classes from './onboarding.module.css';

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
        <Figures
          label={t('pilot.economics')}
          items={[
            { label: t('pilot.price'), value: <Money minor={pilot.priceMinor} currency={currency} /> },
            { label: t('pilot.cost'), value: <Money minor={pilot.costMinor} currency={currency} /> },
            { label: t('pilot.reward'), value: <Money minor={pilot.rewardMinor} currency={currency} /> },
            {
              label: t('pilot.margin'),
              value: (
                <Money
                  minor={pilot.plannedMarginMinor}
                  currency={currency}
                  tone={pilot.plannedMarginMinor < 0 ? 'risk' : 'plain'}
                />
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('pilot.criteria')} note={pilot.facts ? t('pilot.factsNote') : undefined}>
        <Criteria pilot={pilot} />
      </Section>
      {filters.act === 'edit' && can['change'] === true ? (
        <SidePanel opened onClose={close} title={t('form.title')}>
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

type Criterion = Pilot['criteria'][number];

function Criteria({ pilot }: { pilot: Pilot }) {
  const t = useWords('onboarding');
  const format = useFormat();
  const said = (metric: Criterion['metric'], value: number): string => {
    if (metric === 'refund_ppm') return `${value / 10_000} %`;
    return metric.endsWith('_minor') ? format.money(value, { currency: pilot.currency }) : String(value);
  };
  const columns: readonly Column<Criterion>[] = [
    {
      id: 'what',
      title: t('pilot.criterion'),
      cell: (row) => t(`metric.${row.metric}`),
      narrow: 'title',
    },
    {
      id: 'target',
      title: t('pilot.target'),
      cell: (row) => `${t(`at.${row.comparison}`)} ${said(row.metric, row.target)}`,
      narrow: 'line',
    },
    {
      id: 'found',
      title: t('pilot.found'),
      cell: (row) => (row.found === null ? '–' : said(row.metric, row.found)),
      narrow: 'line',
    },
    {
      id: 'met',
      title: t('pilots.state'),
      cell: (row) =>
        row.isMet === null ? (
          <span className={classes.soft}>{t('pilot.notYet')}</span>
        ) : (
          <Badge tone={row.isMet ? 'accent' : 'warn'}>{t(row.isMet ? 'pilot.isMet' : 'pilot.notMet')}</Badge>
        ),
      narrow: 'value',
    },
  ];
  return (
    <DataTable
      label={t('pilot.criteria')}
      columns={columns}
      rows={pilot.criteria}
      rowKey={(row) => `${row.metric} ${row.comparison}`}
      empty={<EmptyState title={t('pilot.criteria')} />}
    />
  );
}
