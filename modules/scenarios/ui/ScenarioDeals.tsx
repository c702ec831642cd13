import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { listDealCards } from '@mosty/deals/contract';
import {
  Act,
  ClassBadge,
  DataTable,
  Money,
  paths,
  Section,
  toast,
  useFilters,
  useRead,
  useVerb,
  useWords,
  When,
  type Column,
  type ReportingClass,
} from '@mosty/ui-kit';
import { useState } from 'react';
import {
  listScenarios,
  putDealIntoScenario,
  readScenario,
  takeDealOut,
  type Scenario,
  type ScenarioDeal,
} from '../contract.ts';
import { RecordEffect } from './RecordEffect.tsx';
import classes from './scenarios.module.css';

/** What came of it: deals, and what each gave its client (S3.24). */
export function ScenarioDeals({ scenario }: { scenario: Scenario }) {
  const t = useWords('scenarios');
  const [filters, setFilters] = useFilters(paths.scenario);
  const out = useVerb(takeDealOut, { invalidates: [readScenario, listScenarios] });
  const opened = scenario.deals.find((deal) => deal.dealId === filters.effect);
  const takeOut = async (dealId: ScenarioDeal['dealId']) => {
    await out.mutateAsync({ params: { scenarioId: scenario.id, dealId } });
    toast(t('page.takenOut'));
  };
  const columns: readonly Column<ScenarioDeal>[] = [
    {
      id: 'deal',
      title: t('list.deals'),
      cell: (row) => (
        <>
          {row.title} {row.class ? <ClassBadge of={row.class as ReportingClass} short /> : null}
        </>
      ),
      narrow: 'title',
    },
    {
      id: 'state',
      title: t('page.state'),
      cell: (row) => t(`page.${row.outcome ?? 'open'}`),
      narrow: 'line',
    },
    {
      id: 'amount',
      title: t('page.amount'),
      cell: (row) =>
        row.amountMinor === null ? '–' : <Money minor={row.amountMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'effect',
      title: t('page.effect'),
      cell: (row) => (
        <Effect row={row} scenario={scenario} onRecord={() => setFilters({ effect: row.dealId })} />
      ),
      narrow: 'bare',
    },
    {
      id: 'out',
      title: '',
      cell: (row) => (
        <Act
          size="compact-sm"
          variant="subtle"
          can={scenario.can.write}
          onClick={() => void takeOut(row.dealId)}
        >
          {t('page.takeOut')}
        </Act>
      ),
      align: 'right',
      narrow: 'line',
    },
  ];
  return (
    <Section title={t('page.deals')} note={t('page.dealsNote')}>
      {scenario.deals.length === 0 ? (
        <p className={classes.soft}>{t('page.noDeals')}</p>
      ) : (
        <DataTable
          label={t('page.deals')}
          columns={columns}
          rows={scenario.deals}
          rowKey={(row) => row.dealId}
        />
      )}
      {scenario.can.write === true ? <AddDeal scenario={scenario} /> : null}
      {opened ? (
        <RecordEffect scenario={scenario} deal={opened} onClose={() => setFilters({ effect: '' })} />
      ) : null}
    </Section>
  );
}

function Effect({
  row,
  scenario,
  onRecord,
}: {
  row: ScenarioDeal;
  scenario: Scenario;
  onRecord: () => void;
}) {
  const t = useWords('scenarios');
  if (row.effect === null)
    return (
      <Act size="compact-sm" variant="default" can={scenario.can.write} onClick={onRecord}>
        {t('page.recordEffect')}
      </Act>
    );
  return (
    <>
      {row.effect}
      <span className={classes.evidence}>
        {row.evidence}
        {row.measuredOn ? (
          <>
            {' · '}
            <When value={row.measuredOn} />
          </>
        ) : null}
      </span>
    </>
  );
}

function AddDeal({ scenario }: { scenario: Scenario }) {
  const t = useWords('scenarios');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const found = useRead(listDealCards, { query: { q: settled || undefined, limit: 20 } });
  const verb = useVerb(putDealIntoScenario, { invalidates: [readScenario, listScenarios] });
  const known = new Set<string>(scenario.deals.map((deal) => deal.dealId));
  const deals = (found.data?.items ?? []).filter((deal) => !known.has(deal.id));
  const add = async (dealId: string | null) => {
    const deal = deals.find((one) => one.id === dealId);
    if (!deal) return;
    await verb.mutateAsync({ params: { scenarioId: scenario.id, dealId: deal.id } });
    setTyped('');
    toast(t('page.added'));
  };
  return (
    <Select
      mt="md"
      maw={420}
      label={t('page.addDeal')}
      placeholder={t('page.findDeal')}
      searchable
      error={verb.error ? t(`refusals.${verb.error.code.split('.').at(-1) ?? ''}`) : null}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? undefined : t('page.nothingFound')}
      data={deals.map((deal) => ({ value: deal.id as string, label: `№ ${deal.number} · ${deal.title}` }))}
      value={null}
      onChange={(dealId) => void add(dealId)}
    />
  );
}
