import { Button } from '@mantine/core';
import {
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFilters,
  useMay,
  useRead,
  useWords,
  When,
} from '@mosty/ui-kit';
import { exportReviews, listPassive, STATES } from '../contract.ts';
import { ReviewsTable } from './ReviewsTable.tsx';

/** Who is due for a review of the quarter, and who has been silent for half a year (S0.54, S0.73). */
export default function ReviewsScreen() {
  const t = useWords('reviews');
  const [filters, set] = useFilters(paths.reviews);
  const mayWrite = useMay('review.write');
  const state = STATES.find((one) => one === filters.state);
  const partnerId = filters.partner || undefined;
  const asked = { ...(state ? { state } : {}), ...(partnerId ? { partnerId } : {}) };
  const filtered = state !== undefined || partnerId !== undefined;
  return (
    <>
      <PageHeading
        title={t('page.title')}
        answer={t('page.answer')}
        actions={
          <ExportMenu
            of={exportReviews}
            hrefOf={(format) => hrefOf(exportReviews, { query: { ...asked, format } })}
          />
        }
      />
      <FilterBar
        values={filters}
        onChange={set}
        fields={[
          {
            key: 'state',
            kind: 'choice',
            label: t('page.state'),
            options: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          { key: 'partner', kind: 'partner', label: t('page.partner') },
        ]}
      />
      <ReviewsTable
        withPartner
        query={asked}
        to={(row) => paths.review({ reviewId: row.id })}
        {...(filtered
          ? {
              empty: (
                <EmptyState
                  title={t('page.nothing')}
                  actions={
                    <Button variant="default" onClick={() => set({ state: '', partner: '' })}>
                      {t('page.clear')}
                    </Button>
                  }
                />
              ),
            }
          : {})}
      />
      {mayWrite ? <PassiveOnes /> : null}
    </>
  );
}

function PassiveOnes() {
  const t = useWords('reviews');
  const read = useRead(listPassive, {});
  return (
    <Section title={t('page.passive')} note={t('page.passiveNote')}>
      <Loaded read={read}>
        {({ items }) => (
          <DataTable
            label={t('page.passive')}
            rows={items}
            rowKey={(row) => row.partner.id}
            empty={<p>{t('page.noPassive')}</p>}
            columns={[
              {
                id: 'partner',
                title: t('page.partner'),
                cell: (row) => (
                  <PageLink to={paths.partner({ partnerId: row.partner.id })}>{row.partner.name}</PageLink>
                ),
              },
              { id: 'days', title: t('page.days'), align: 'right', narrow: 'value', cell: (row) => row.days },
              {
                id: 'last',
                title: t('page.last'),
                narrow: 'line',
                cell: (row) => (row.lastSignalOn ? <When value={row.lastSignalOn} /> : t('page.never')),
              },
              {
                id: 'part',
                title: '',
                narrow: 'bare',
                align: 'right',
                cell: (row) => (
                  <PageLink to={paths.partnerExit({ partnerId: row.partner.id })}>{t('page.part')}</PageLink>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
