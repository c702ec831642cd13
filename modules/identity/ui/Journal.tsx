import { exportAudit, listAudit } from '../contract.ts';
import {
  DataTable,
  EmptyState,
  ExportMenu,
  hrefOf,
  PageHeading,
  paths,
  useFilters,
  useRows,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { JournalEntry } from './JournalEntry.tsx';
import { JournalFilters } from './JournalFilters.tsx';
import { useJournalWords } from './journal-words.ts';
import classes from './settings.module.css';
import { VerifyChain } from './VerifyChain.tsx';

export type Entry = AnswerOf<typeof listAudit>['items'][number];

export default function Journal() {
  const t = useWords('identity');
  const say = useJournalWords();
  const [filters] = useFilters(paths.journal);
  const [opened, setOpened] = useState<Entry | null>(null);
  const query = {
    subject: filters.subject || undefined,
    actorId: filters.member || undefined,
    verb: filters.verb || undefined,
    from: filters.from || undefined,
    to: filters.to ? dayAfter(filters.to) : undefined,
  };
  const filtered = Object.values(query).some(Boolean);
  const rows = useRows(listAudit, { query });
  const columns: readonly Column<Entry>[] = [
    {
      id: 'what',
      title: t('journal.what'),
      width: '28%',
      cell: (entry) => <span className={classes.name}>{say.what(entry)}</span>,
    },
    {
      id: 'about',
      title: t('journal.about'),
      cell: (entry) => say.subject(entry),
      narrow: 'bare',
      width: '20%',
    },
    { id: 'reason', title: t('journal.reason'), cell: (entry) => entry.reason ?? '', narrow: 'bare' },
    { id: 'who', title: t('journal.who'), cell: (entry) => say.who(entry), narrow: 'bare', width: '14%' },
    {
      id: 'when',
      title: t('journal.when'),
      cell: (entry) => <When value={entry.at} style="time" />,
      align: 'right',
      narrow: 'bare',
      width: '16%',
    },
  ];
  return (
    <>
      <PageHeading
        title={t('journal.title')}
        answer={t('journal.answer')}
        actions={
          <ExportMenu
            of={exportAudit}
            hrefOf={(format) => hrefOf(exportAudit, { query: { ...query, format } })}
          />
        }
      />
      <VerifyChain />
      <JournalFilters />
      <DataTable
        label={t('journal.title')}
        columns={columns}
        rows={rows}
        rowKey={(entry) => String(entry.seq)}
        onOpen={setOpened}
        empty={
          filtered ? (
            <EmptyState title={t('journal.nothing')}>{t('journal.nothingText')}</EmptyState>
          ) : (
            <EmptyState title={t('journal.empty')}>{t('journal.emptyText')}</EmptyState>
          )
        }
      />
      {opened ? <JournalEntry entry={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

/** People name the last day; the API takes the first one after it. */
function dayAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}
