import { Button } from '@mantine/core';
import {
  Badge,
  DataTable,
  EmptyState,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  useFilters,
  useRead,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { listOutcomes, type Outcome } from '../contract.ts';
import { AnswerOutcome } from './AnswerOutcome.tsx';

const SHOWN = ['to_ask', 'answered'] as const;

/** Whom to ask whether it got better, and what clients answered (S0.59). */
export default function OutcomesScreen() {
  const t = useWords('scores');
  const [filters, set] = useFilters(paths.outcomes);
  const [asked, setAsked] = useState<Outcome | null>(null);
  const show = SHOWN.find((one) => one === filters.show) ?? 'to_ask';
  const query = { show, partnerId: (filters.partner || undefined) as never };
  const rows = useRows(listOutcomes, { query });
  const { data } = useRead(listOutcomes, { query: { ...query, limit: 1 } });
  const columns: readonly Column<Outcome>[] = [
    {
      id: 'client',
      title: t('outcome.client'),
      cell: (row) => <PageLink to={paths.client({ clientId: row.client.id })}>{row.client.name}</PageLink>,
      narrow: 'title',
    },
    {
      id: 'partner',
      title: t('outcome.partner'),
      cell: (row) => (
        <PageLink to={paths.partnerScores({ partnerId: row.partner.id })}>{row.partner.name}</PageLink>
      ),
      narrow: 'line',
    },
    {
      id: 'askOn',
      title: show === 'to_ask' ? t('outcome.askOn') : t('outcome.on'),
      cell: (row) => <When value={row.answeredOn ?? row.askOn} />,
      narrow: 'line',
    },
    {
      id: 'answer',
      title: t('outcome.said'),
      cell: (row) => (
        <>
          {row.answer ? (
            <Badge tone={row.answer === 'better' ? 'accent' : row.answer === 'worse' ? 'risk' : 'faint'}>
              {t(`outcome.answers.${row.answer}`)}
            </Badge>
          ) : null}{' '}
          {row.said}
          {data?.can.answer && (row.answer === null || row.answer === 'silent') ? (
            <Button size="compact-sm" variant="light" onClick={() => setAsked(row)}>
              {t('outcome.write')}
            </Button>
          ) : null}
        </>
      ),
      narrow: 'bare',
    },
  ];
  return (
    <>
      <PageHeading
        title={t('outcome.title')}
        answer={data && data.confirmed.answers > 0 ? t('outcome.answer', data.confirmed) : t('outcome.none')}
      />
      <SegmentTabs
        label={t('outcome.show')}
        value={show}
        segments={SHOWN.map((value) => ({ value, label: t(`outcome.of.${value}`) }))}
        onChange={(value) => set({ show: value === 'to_ask' ? '' : value })}
      />
      <DataTable
        label={t('outcome.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('outcome.emptyTitle')}>{t('outcome.emptyText')}</EmptyState>}
      />
      {asked ? <AnswerOutcome outcome={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}
