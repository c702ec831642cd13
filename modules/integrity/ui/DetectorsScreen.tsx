import {
  Act,
  Badge,
  DataTable,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  Sentence,
  SidePanel,
  Timeline,
  useFilters,
  useFormat,
  useRead,
  useWords,
  When,
  type Column,
  type Tone,
} from '@mosty/ui-kit';
import { lazy, Suspense } from 'react';
import { listDetectors, readPolicy, type DetectorHealth } from '../contract/looks.ts';
import classes from './flags.module.css';

const DetectorForm = lazy(() => import('./forms/DetectorForm.tsx'));
const PolicyForm = lazy(() => import('./forms/PolicyForm.tsx'));

const TONE: Readonly<Record<DetectorHealth['state'], Tone>> = {
  ok: 'accent',
  broken: 'risk',
  off: 'faint',
  never: 'plain',
};
const POLICY = 'policy';

/** Who looks, whether anything is broken, how often it was wrong, and what it is set to. */
export default function DetectorsScreen() {
  const read = useRead(listDetectors, {});
  return <Loaded read={read}>{(page) => <Page page={page} />}</Loaded>;
}

type Health = NonNullable<ReturnType<typeof useRead<typeof listDetectors>>['data']>;

function Page({ page }: { page: Health }) {
  const t = useWords('integrity');
  const format = useFormat();
  const [filters, set] = useFilters(paths.flagDetectors);
  const broken = page.items.filter(({ state }) => state === 'broken').length;
  const [last] = page.looks;
  const edited = page.items.find(({ code }) => code === filters.edit);
  const answer = !last
    ? t('detectors.never')
    : broken > 0
      ? t('detectors.broken', { count: broken })
      : t('detectors.good', {
          count: page.items.filter(({ state }) => state === 'ok').length,
          when: format.when(last.at, 'time'),
        });
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.flags()}>{t('nav.flags')}</PageLink>}
        title={t('detectors.title')}
        answer={<Sentence text={answer} parts={{}} />}
      />
      <DataTable
        label={t('detectors.title')}
        columns={useColumns()}
        rows={page.items}
        rowKey={(row) => row.code}
        rowTo={(row) => paths.flagDetectors({ edit: row.code })}
        tone={(row) => (row.state === 'broken' ? 'risk' : undefined)}
        empty={null}
      />
      <Policy onEdit={() => set({ edit: POLICY })} />
      <Section title={t('detectors.looks')}>
        <Timeline
          items={page.looks.map((look) => ({
            id: look.id,
            at: look.at,
            title: t('detectors.look', {
              partners: look.partners,
              raised: look.raised,
              again: look.again,
              seconds: format.count(look.tookMs / 1_000, 1),
            }),
            note: look.isNightly
              ? t('detectors.nightly')
              : [t('detectors.byHand'), look.by].filter(Boolean).join(' · '),
            tone: look.broken > 0 ? ('risk' as const) : ('plain' as const),
          }))}
        />
      </Section>
      {edited ? (
        <SidePanel opened onClose={() => set({ edit: '' })} title={t(`sign.${edited.code}`)}>
          <Suspense fallback={null}>
            <DetectorForm
              detector={edited}
              mayChange={page.can['set'] === true}
              onClose={() => set({ edit: '' })}
            />
          </Suspense>
        </SidePanel>
      ) : null}
      {filters.edit === POLICY ? (
        <SidePanel opened onClose={() => set({ edit: '' })} title={t('detectors.settings')}>
          <Suspense fallback={null}>
            <PolicyForm onClose={() => set({ edit: '' })} />
          </Suspense>
        </SidePanel>
      ) : null}
    </>
  );
}

function Policy({ onEdit }: { onEdit: () => void }) {
  const t = useWords('integrity');
  const format = useFormat();
  const read = useRead(readPolicy, {});
  return (
    <Section
      title={t('detectors.settings')}
      actions={
        <Act can={read.data?.can['set']} variant="default" onClick={onEdit}>
          {t('detectors.set')}
        </Act>
      }
    >
      <Loaded read={read}>
        {(policy) => (
          <dl className={classes.facts}>
            {(['brandWords', 'ownDomains', 'checkoutEvents'] as const).map((key) => (
              <Named
                key={key}
                label={t(`policy.${key}`)}
                value={policy[key].join(', ') || t('policy.none')}
              />
            ))}
            <Named
              label={t('policy.seasons')}
              value={
                policy.seasons
                  .map((season) =>
                    t('policy.seasonLine', { ...season, floor: format.percent(season.floorPpm) }),
                  )
                  .join('; ') || t('policy.none')
              }
            />
            <Named label={t('policy.reviewFrom')} value={t(`policy.of.${policy.reviewFrom}`)} />
          </dl>
        )}
      </Loaded>
    </Section>
  );
}

function Named({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

function useColumns(): readonly Column<DetectorHealth>[] {
  const t = useWords('integrity');
  return [
    {
      id: 'detector',
      title: t('detectors.detector'),
      cell: (row) => (
        <>
          {t(`sign.${row.code}`)}
          <span className={classes.soft}>{t(`looks.${row.code}`)}</span>
          {row.state === 'broken' && row.error ? (
            <span className={classes.risk}>{t('detectors.error', { error: row.error })}</span>
          ) : null}
        </>
      ),
      narrow: 'title',
    },
    {
      id: 'state',
      title: t('detectors.state'),
      cell: (row) => <Badge tone={TONE[row.state]}>{t(`detectors.of.${row.state}`)}</Badge>,
      narrow: 'value',
    },
    {
      id: 'good',
      title: t('detectors.lastGood'),
      cell: (row) => (row.lastGoodAt ? <When value={row.lastGoodAt} style="time" /> : '–'),
      narrow: 'line',
    },
    {
      id: 'rows',
      title: t('detectors.rows'),
      align: 'right',
      cell: (row) => row.rowsSeen ?? '–',
      narrow: 'line',
    },
    {
      id: 'standing',
      title: t('detectors.standing'),
      align: 'right',
      cell: (row) => row.standing,
      narrow: 'line',
    },
    {
      id: 'alarms',
      title: t('detectors.alarms'),
      align: 'right',
      cell: (row) => t('detectors.alarmsOf', { false: row.falseAlarms, all: row.raised }),
      narrow: 'line',
    },
  ];
}
