import { listMembers } from '../contract.ts';
import { FilterBar, paths, useFilters, useRead, useWords } from '@mosty/ui-kit';
import { useJournalWords } from './journal-words.ts';

/** Kept in the address: a link to a filtered journal is a link to that very list. */
export function JournalFilters() {
  const t = useWords('identity');
  const say = useJournalWords();
  const [filters, setFilters] = useFilters(paths.journal);
  const members = useRead(listMembers, { query: {} });
  const verbs = say.verbs().map((code) => ({ value: code, label: say.verb(code) }));
  return (
    <FilterBar
      values={filters}
      onChange={setFilters}
      fields={[
        { key: 'subject', kind: 'search', label: t('journal.subject') },
        {
          key: 'member',
          kind: 'choice',
          label: t('journal.person'),
          options: (members.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          searchable: true,
        },
        {
          key: 'verb',
          kind: 'choice',
          label: t('journal.verb'),
          options: verbs.toSorted((a, b) => a.label.localeCompare(b.label)),
          searchable: true,
        },
        { key: 'from', kind: 'day', label: t('journal.from') },
        { key: 'to', kind: 'day', label: t('journal.to') },
      ]}
    />
  );
}
