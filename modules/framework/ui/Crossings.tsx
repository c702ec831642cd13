import { Button } from '@mantine/core';
import { getPartner } from '@mosty/directory/contract';
import {
  ConfirmWithConsequence,
  DataTable,
  EmptyState,
  paths,
  PageLink,
  SegmentTabs,
  toast,
  useFilters,
  useRows,
  useVerb,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import {
  CROSSING_STATES,
  decideCrossing,
  listCrossings,
  readTrackShare,
  type Crossing,
} from '../contract.ts';
import { TrackShare } from './TrackShare.tsx';
import { useChangeWords, useFoundWords } from './threshold-words.ts';

/** Who stands beyond a line, with the number of the day; a person decides and says why. */
export function Crossings({ mayDecide }: { mayDecide: boolean }) {
  const t = useWords('framework');
  const [filters, set] = useFilters(paths.types);
  const state = CROSSING_STATES.find((one) => one === filters.state) ?? 'open';
  const rows = useRows(listCrossings, { query: { state } });
  const change = useChangeWords();
  const found = useFoundWords();
  const columns: readonly Column<Crossing>[] = [
    {
      id: 'partner',
      title: t('crossings.partner'),
      cell: (row) => (
        <PageLink to={paths.partner({ partnerId: row.partner.id })}>{row.partner.name}</PageLink>
      ),
      narrow: 'title',
    },
    { id: 'change', title: t('crossings.change'), cell: (row) => change(row), narrow: 'line' },
    {
      id: 'found',
      title: t('crossings.found'),
      cell: (row) => t('crossings.over', { found: found(row), count: row.months }),
      narrow: 'line',
    },
    {
      id: 'when',
      title: t('crossings.when'),
      cell: (row) => <When value={row.proposedAt} />,
      narrow: 'line',
    },
    {
      id: 'do',
      title: t('crossings.decision'),
      cell: (row) =>
        row.state === 'open' ? (
          mayDecide ? (
            <Decide row={row} />
          ) : (
            t('crossings.headDecides')
          )
        ) : (
          (row.reason ?? '')
        ),
      narrow: 'bare',
    },
  ];
  return (
    <>
      <TrackShare />
      <SegmentTabs
        label={t('crossings.state')}
        value={state}
        segments={CROSSING_STATES.map((value) => ({ value, label: t(`crossings.${value}`) }))}
        onChange={(value) => set({ state: value === 'open' ? '' : value })}
      />
      <DataTable
        label={t('page.crossings')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('crossings.emptyTitle')}>{t('crossings.emptyText')}</EmptyState>}
      />
    </>
  );
}

function Decide({ row }: { row: Crossing }) {
  const t = useWords('framework');
  const change = useChangeWords();
  const verb = useVerb(decideCrossing, {
    invalidates: [listCrossings, readTrackShare, getPartner],
    onDone: () => toast(t('crossings.done')),
  });
  const params = { crossingId: row.id };
  const next = row.toTrack === null ? t('crossings.nextKind') : t('crossings.nextTrack');
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 8 }}>
      <ConfirmWithConsequence
        title={change(row)}
        consequence={next}
        confirm={t('crossings.accept')}
        reason={t('crossings.why')}
        onConfirm={(reason) => verb.mutateAsync({ params, body: { accept: true, reason } })}
      >
        {(ask) => (
          <Button size="compact-sm" onClick={ask}>
            {t('crossings.accept')}
          </Button>
        )}
      </ConfirmWithConsequence>
      <ConfirmWithConsequence
        title={t('crossings.declineTitle')}
        consequence={t('crossings.declineText')}
        confirm={t('crossings.decline')}
        reason={t('crossings.why')}
        onConfirm={(reason) => verb.mutateAsync({ params, body: { accept: false, reason } })}
      >
        {(ask) => (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={ask}>
            {t('crossings.decline')}
          </Button>
        )}
      </ConfirmWithConsequence>
    </span>
  );
}
