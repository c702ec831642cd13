import {
  Badge,
  DataTable,
  EmptyState,
  Money,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  useFilters,
  useFormat,
  useMay,
  useRows,
  useToday,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { listClaims, type ClaimRow } from '../contract.ts';
import { STATE_TONE } from './state-tone.ts';
import classes from './attribution.module.css';

const SHOWN = ['waiting', 'decided', 'precedents', 'all'] as const;
type Shown = (typeof SHOWN)[number];

/** Claims about who brought, those that wait first. */
export default function ClaimsScreen() {
  const t = useWords('attribution');
  const today = useToday();
  const mayRead = useMay('policy.read');
  const [filters, set] = useFilters(paths.claims);
  const show = SHOWN.find((one) => one === filters.show) ?? 'waiting';
  const rows = useRows(listClaims, { query: { show } });
  const wants = useWanted();
  const columns: readonly Column<ClaimRow>[] = [
    { id: 'who', title: t('claims.claimant'), cell: (row) => <Claimant row={row} /> },
    {
      id: 'sale',
      title: t('claims.sale'),
      cell: (row) => row.saleKey ?? t('claims.deal', { number: row.dealNumber ?? '–' }),
      narrow: 'line',
    },
    { id: 'wants', title: t('claims.wants'), cell: (row) => wants(row.wanted), narrow: 'line' },
    {
      id: 'state',
      title: t('claims.state'),
      cell: (row) => <Badge tone={STATE_TONE[row.state]}>{t(`claimState.${row.state}`)}</Badge>,
      narrow: 'line',
    },
    {
      id: 'by',
      title: t('claims.respondBy'),
      cell: (row) => <When value={row.respondBy} />,
      narrow: 'line',
    },
    {
      id: 'amount',
      title: t('claims.amount'),
      cell: (row) =>
        row.amountMinor === null || row.currency === null ? null : (
          <Money minor={row.amountMinor} currency={row.currency} />
        ),
      align: 'right',
      narrow: 'value',
    },
  ];
  return (
    <>
      <PageHeading
        title={t('claims.title')}
        answer={t('claims.answer')}
        actions={
          mayRead ? (
            <span className={classes.links}>
              <PageLink to={paths.attributionRules()}>{t('claims.rules')}</PageLink>
              <PageLink to={paths.attributionModels()}>{t('claims.models')}</PageLink>
            </span>
          ) : null
        }
      />
      <SegmentTabs<Shown>
        label={t('claims.show')}
        value={show}
        segments={SHOWN.map((value) => ({ value, label: t(`claims.${value}`) }))}
        onChange={(value) => set({ show: value === 'waiting' ? '' : value })}
      />
      <DataTable
        label={t('claims.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.claim({ claimId: row.id })}
        tone={(row) => (isWaiting(row) ? (row.respondBy < today ? 'risk' : undefined) : 'faint')}
        empty={<EmptyState title={t('claims.emptyTitle')}>{t('claims.emptyText')}</EmptyState>}
      />
    </>
  );
}

const isWaiting = ({ state }: ClaimRow) => state === 'open' || state === 'answered';

function Claimant({ row }: { row: ClaimRow }) {
  const t = useWords('attribution');
  return (
    <span>
      {row.claimantName ?? t(row.own ? 'claim.us' : 'who.another')}
      <span className={classes.small}>{row.precedentTitle ?? row.claims.slice(0, 120)}</span>
    </span>
  );
}

export function useWanted(): (wanted: ClaimRow['wanted']) => string {
  const t = useWords('attribution');
  const format = useFormat();
  return ({ outcome, sharePpm }) => t(`wanted.${outcome}`, { share: format.percent(sharePpm ?? 0) });
}
