import {
  Badge,
  DataTable,
  EmptyState,
  FilterBar,
  Money,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  useFilters,
  useMay,
  useMe,
  useRead,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { listDealCards, listStages, type Deal } from '../../contract.ts';
import { useStageName } from '../work/stage-name.ts';
import { OwnState } from './OwnState.tsx';
import { isTheirMove } from './whose-move.ts';
import classes from './portal.module.css';

/** Views of the list, and what each asks for. */
const VIEWS = {
  all: {},
  open: { state: 'open' },
  waiting: { registration: 'pending' },
  won: { state: 'won' },
} as const;
type View = keyof typeof VIEWS;

/** Whose move it is with each client, and what was answered. */
export default function DealsPage() {
  const t = useWords('deals');
  const { member } = useMe();
  const [filters, set] = useFilters(paths.portalDeals);
  const nameOf = useStageName();
  const stages = useRead(listStages, {});
  const view: View = filters.show in VIEWS ? (filters.show as View) : 'all';
  const rows = useRows(listDealCards, {
    query: { ...VIEWS[view], ...(filters.q ? { q: filters.q } : {}) },
  });
  const give = useMay('deal.register') ? (
    <PageLink to={paths.portalGive()}>{t('own.deals.give')}</PageLink>
  ) : null;
  const stageOf = (deal: Deal) => {
    const stage = stages.data?.items.find(({ code }) => code === deal.stage);
    return stage ? nameOf(stage) : '';
  };
  const columns: readonly Column<Deal>[] = [
    {
      id: 'deal',
      title: t('own.deals.deal'),
      cell: (deal) => deal.title || t('own.deals.number', { number: deal.number }),
      narrow: 'title',
    },
    {
      id: 'amount',
      title: t('own.deals.amount'),
      cell: (deal) =>
        deal.amountMinor === null ? null : <Money minor={deal.amountMinor} currency={deal.currency} />,
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'stage',
      title: t('own.deals.stage'),
      cell: (deal) => (
        <>
          {isTheirMove(deal, member.partnerId) ? (
            <span className={classes.yours}>{t('own.deals.yours')} · </span>
          ) : null}
          {deal.outcome === null ? stageOf(deal) : null}
          {deal.nextStep ? (
            <span className={classes.soft}>
              {deal.nextStep} {deal.nextStepOn ? <When value={deal.nextStepOn} style="short" /> : null}
            </span>
          ) : null}
        </>
      ),
      narrow: 'bare',
    },
    {
      id: 'state',
      title: t('own.deals.state'),
      cell: (deal) =>
        deal.outcome ? (
          <Badge tone={deal.outcome === 'won' ? 'accent' : 'faint'}>{t(`work.states.${deal.outcome}`)}</Badge>
        ) : (
          <OwnState deal={deal} />
        ),
      narrow: 'bare',
    },
  ];
  const filtered = view !== 'all' || filters.q !== '';
  return (
    <>
      <PageHeading title={t('own.deals.title')} answer={t('own.deals.answer')} actions={give} />
      <SegmentTabs
        label={t('own.deals.views')}
        value={view}
        segments={(Object.keys(VIEWS) as View[]).map((value) => ({
          value,
          label: t(`own.deals.show.${value}`),
        }))}
        onChange={(show) => set({ show: show === 'all' ? '' : show })}
      />
      <FilterBar
        fields={[{ key: 'q', kind: 'search', label: t('own.deals.search') }]}
        values={filters}
        onChange={set}
      />
      <DataTable
        label={t('own.deals.title')}
        columns={columns}
        rows={rows}
        rowKey={(deal) => deal.id}
        rowTo={(deal) => paths.portalDeal({ dealId: deal.id })}
        tone={(deal) =>
          ['rejected', 'expired', 'withdrawn'].includes(deal.registration) ? 'faint' : undefined
        }
        empty={
          filtered ? (
            <EmptyState title={t('own.deals.nothing')}>{t('own.deals.nothingText')}</EmptyState>
          ) : (
            <EmptyState title={t('own.deals.none')} actions={give}>
              {t('own.deals.noneText')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
