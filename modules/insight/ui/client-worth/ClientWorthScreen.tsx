import {
  EmptyState,
  ExportMenu,
  hrefOf,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  PlainSelect,
  SegmentTabs,
  useFilters,
  useFormat,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { addDays, businessDate } from '@mosty/kernel/time';
import { exportClientWorth, readClientWorth } from '../../contract/client-worth.ts';
import { ClientCost } from './ClientCost.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import type { Asked, ClientWorth } from './WorthFigure.tsx';
import { BesideDirect, Complex, Grown, Scenarios } from './WorthParts.tsx';
import classes from './client-worth.module.css';

const TABS = ['direct', 'grown', 'complex', 'scenarios', 'cost'] as const;
type Tab = (typeof TABS)[number];
const HORIZONS = ['90', '180', '365'] as const;
/** A shorter period shows few clients coming back. */
const SHORT_DAYS = 85;

/** What clients of partners are worth beside direct ones: every figure opens, and says nothing of the cause. */
export default function ClientWorthScreen() {
  const [filters, set] = useFilters(paths.clientWorth);
  const horizon = HORIZONS.find((one) => one === filters.horizon);
  const asked: Asked = {
    ...(filters.from && filters.to ? { from: filters.from, to: filters.to } : {}),
    ...(horizon ? { horizon } : {}),
  };
  const read = useRead(readClientWorth, { query: asked });
  return (
    <div className={classes.report}>
      <Loaded read={read}>
        {(worth) => <Report worth={worth} asked={asked} filters={filters} set={set} />}
      </Loaded>
    </div>
  );
}

interface Props {
  readonly worth: ClientWorth;
  readonly asked: Asked;
  readonly filters: Readonly<Record<'tab' | 'on' | 'days', string>>;
  readonly set: (change: Partial<Record<'from' | 'to' | 'horizon' | 'tab' | 'on' | 'days', string>>) => void;
}

function Report({ worth, asked, filters, set }: Props) {
  const t = useWords('insight-client-worth');
  const format = useFormat();
  const tab: Tab = TABS.find((one) => one === filters.tab) ?? 'direct';
  const { from, to, days } = worth.window;
  return (
    <>
      <PageHeading
        title={t('title')}
        answer={t('answer')}
        actions={
          <>
            {tab === 'cost' ? null : <PeriodPicker window={worth.window} onChange={set} />}
            {tab === 'direct' || tab === 'grown' ? (
              <PlainSelect
                className={classes.picker ?? ''}
                label={t('horizon.label')}
                value={String(worth.horizonDays)}
                options={HORIZONS.map((value) => ({ value, label: t(`horizon.${value}`) }))}
                onChange={(value) => set({ horizon: value })}
              />
            ) : null}
            {tab === 'cost' ? null : (
              <ExportMenu
                of={exportClientWorth}
                hrefOf={(kind) => hrefOf(exportClientWorth, { query: { ...asked, format: kind } })}
              />
            )}
          </>
        }
      />
      <SegmentTabs<Tab>
        label={t('tabs.label')}
        value={tab}
        segments={TABS.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        onChange={(value) => set({ tab: value === 'direct' ? '' : value })}
      />
      {tab === 'cost' ? (
        <ClientCost on={filters.on} days={filters.days} onChange={set} />
      ) : (
        <>
          <p className={classes.period}>
            {t('period', {
              from: format.when(from),
              to: format.when(addDays(businessDate(to), -1)),
              days,
              horizon: worth.horizonDays,
            })}{' '}
            {days < SHORT_DAYS ? <b>{t('month')}</b> : null}
          </p>
          {worth.figures.length === 0 ? (
            <EmptyState
              title={t('empty')}
              actions={<PageLink to={paths.imports()}>{t('toImport')}</PageLink>}
            >
              {t('emptyText')}
            </EmptyState>
          ) : (
            <Part tab={tab} worth={worth} asked={asked} />
          )}
        </>
      )}
      <p className={classes.foot}>
        <PageLink to={paths.reputation()}>{t('toReputation')}</PageLink>
        {' · '}
        <PageLink to={paths.reports()}>{t('toReports')}</PageLink>
      </p>
    </>
  );
}

function Part({ tab, worth, asked }: { tab: Exclude<Tab, 'cost'>; worth: ClientWorth; asked: Asked }) {
  switch (tab) {
    case 'direct':
      return <BesideDirect worth={worth} asked={asked} />;
    case 'grown':
      return <Grown worth={worth} asked={asked} />;
    case 'complex':
      return <Complex worth={worth} asked={asked} />;
    case 'scenarios':
      return <Scenarios worth={worth} asked={asked} />;
  }
}
