import { Button } from '@mantine/core';
import {
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  PageHeading,
  paths,
  useFilters,
  useMay,
  useRows,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { DEAL_KINDS, exportDealCards, listDealCards, REGISTRATIONS, type Deal } from '../../contract.ts';
import { AssignDeals } from './AssignDeals.tsx';
import { useDealColumns } from './deal-columns.tsx';
import { DealViews } from './DealViews.tsx';
import { RegisterDeal } from './RegisterDeal.tsx';
import { useTeam } from './use-team.ts';
import classes from './work.module.css';

const STATES = ['open', 'won', 'lost', 'overdue', 'stuck'] as const;

/** Every deal there is or was, with who handed it over and what is next. */
export default function DealListScreen() {
  const t = useWords('deals');
  const [filters, setFilters] = useFilters(paths.dealList);
  const mayRegister = useMay('deal.register');
  const mayWrite = useMay('deal.write');
  const team = useTeam();
  const query = {
    q: filters.q || undefined,
    registration: REGISTRATIONS.find((one) => one === filters.registration),
    state: STATES.find((one) => one === filters.state),
    kind: DEAL_KINDS.find((one) => one === filters.kind),
    partner: filters.partner || undefined,
    client: filters.client || undefined,
    owner: filters.owner || undefined,
  };
  const rows = useRows(listDealCards, { query });
  const filtered = Object.values(query).some((value) => value !== undefined);
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const columns = useDealColumns(
    picked && { picked, toggle: (id) => setPicked(picked.symmetricDifference(new Set([id]))) },
    team.length > 0,
  );
  const options = <V extends string>(values: readonly V[], key: string) =>
    values.map((value) => ({ value, label: t(`work.${key}.${value}`) }));
  return (
    <>
      <PageHeading
        title={t('work.list.title')}
        answer={t('work.list.answer')}
        actions={
          <>
            <ExportMenu
              of={exportDealCards}
              hrefOf={(format) => hrefOf(exportDealCards, { query: { ...query, format } })}
            />
            {mayWrite && team.length > 0 && picked === null ? (
              <Button variant="default" onClick={() => setPicked(new Set())}>
                {t('work.owner.assign')}
              </Button>
            ) : null}
            {mayRegister ? (
              <Button onClick={() => setFilters({ new: 'deal' })}>{t('actions.registerDeal')}</Button>
            ) : null}
          </>
        }
      />
      <div className={classes.views}>
        <DealViews here="list" />
      </div>
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'q', kind: 'search', label: t('work.board.search') },
          { key: 'partner', kind: 'partner', label: t('work.list.by') },
          { key: 'state', kind: 'choice', label: t('work.list.state'), options: options(STATES, 'states') },
          {
            key: 'registration',
            kind: 'choice',
            label: t('work.list.registration'),
            options: options(REGISTRATIONS, 'registration'),
          },
          { key: 'kind', kind: 'choice', label: t('work.board.kind'), options: options(DEAL_KINDS, 'kind') },
          ...(team.length > 0
            ? [
                {
                  key: 'owner' as const,
                  kind: 'choice' as const,
                  label: t('work.owner.label'),
                  options: [...team, { value: 'nobody', label: t('work.owner.unkept') }],
                },
              ]
            : []),
        ]}
      />
      {picked ? (
        <AssignDeals
          picked={picked}
          shown={rows.rows.map(({ id }) => id)}
          onPick={setPicked}
          onClose={() => setPicked(null)}
        />
      ) : null}
      <DataTable<Deal>
        label={t('work.list.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        {...(picked ? {} : { rowTo: (row: Deal) => paths.dealCard({ dealId: row.id }) })}
        tone={(row) => (row.isOverdue ? 'risk' : row.outcome === 'lost' ? 'faint' : undefined)}
        empty={
          <EmptyState
            title={filtered ? t('work.list.nothing') : t('work.board.none')}
            actions={
              filtered ? (
                <Button
                  variant="default"
                  onClick={() =>
                    setFilters({
                      q: '',
                      registration: '',
                      state: '',
                      kind: '',
                      partner: '',
                      client: '',
                      owner: '',
                    })
                  }
                >
                  {t('work.list.clear')}
                </Button>
              ) : null
            }
          >
            {filtered ? null : t('work.board.noneText')}
          </EmptyState>
        }
      />
      {filters.new === 'deal' && mayRegister ? (
        <RegisterDeal onClose={() => setFilters({ new: '' })} />
      ) : null}
    </>
  );
}
