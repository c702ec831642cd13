import { Badge, DataTable, EmptyState, useRows, useWords, When, type Column } from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import { listReviews, type ReviewRow, type State } from '../contract.ts';
import { useQuarter } from './use-quarter.ts';

interface Props {
  readonly query: { readonly state?: State; readonly partnerId?: string };
  readonly to: (row: ReviewRow) => string;
  readonly withPartner: boolean;
  readonly empty?: ReactNode;
}

/** Reviews, the soonest due first; the same for the team and for the partner. */
export function ReviewsTable({ query, to, withPartner, empty }: Props) {
  const t = useWords('reviews');
  const quarter = useQuarter();
  const rows = useRows(listReviews, { query: query as { state?: State } });
  const name: Column<ReviewRow> = {
    id: 'partner',
    title: t('page.partner'),
    cell: (row) => row.partner.name,
  };
  return (
    <DataTable
      label={t('page.ownTitle')}
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={to}
      tone={(row) => (row.isLate ? 'warn' : undefined)}
      empty={empty ?? <EmptyState title={t('page.empty')}>{t('page.emptyText')}</EmptyState>}
      columns={[
        ...(withPartner ? [name] : []),
        {
          id: 'quarter',
          title: t('page.quarter'),
          narrow: withPartner ? 'bare' : 'title',
          cell: (row) => quarter(row.quarter),
        },
        {
          id: 'due',
          title: t('page.due'),
          narrow: 'line',
          cell: (row) => (
            <>
              <When value={row.dueOn} /> {row.isLate ? <Badge tone="warn">{t('page.late')}</Badge> : null}
            </>
          ),
        },
        { id: 'state', title: t('page.state'), narrow: 'line', cell: (row) => t(`state.${row.state}`) },
        {
          id: 'decision',
          title: t('page.decision'),
          narrow: 'value',
          cell: (row) => (row.decision ? t(`decision.${row.decision}`) : '–'),
        },
      ]}
    />
  );
}
