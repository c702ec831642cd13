import { Select, TextInput } from '@mantine/core';
import { listMembers } from '../contract.ts';
import { DayInput, paths, useFilters, useRead, useWords } from '@mosty/ui-kit';
import { useJournalWords } from './journal-words.ts';
import classes from './settings.module.css';

/** Kept in the address: a link to a filtered journal is a link to that very list. */
export function JournalFilters() {
  const t = useWords('identity');
  const say = useJournalWords();
  const [filters, setFilters] = useFilters(paths.journal);
  const members = useRead(listMembers, { query: {} });
  const verbs = say.verbs().map((code) => ({ value: code, label: say.verb(code) }));
  return (
    <div className={classes.filters} role="search">
      <Select
        label={t('journal.person')}
        data={(members.data?.items ?? []).map((person) => ({ value: person.id, label: person.name }))}
        value={filters.member || null}
        onChange={(member) => setFilters({ member: member ?? '' })}
        searchable
        clearable
      />
      <Select
        label={t('journal.verb')}
        data={verbs.toSorted((a, b) => a.label.localeCompare(b.label))}
        value={filters.verb || null}
        onChange={(verb) => setFilters({ verb: verb ?? '' })}
        searchable
        clearable
        w={280}
      />
      <DayInput
        label={t('journal.from')}
        value={filters.from}
        onChange={(day) => setFilters({ from: day })}
      />
      <DayInput label={t('journal.to')} value={filters.to} onChange={(day) => setFilters({ to: day })} />
      <TextInput
        label={t('journal.subject')}
        value={filters.subject}
        onChange={(event) => setFilters({ subject: event.currentTarget.value.trim() })}
      />
    </div>
  );
}
