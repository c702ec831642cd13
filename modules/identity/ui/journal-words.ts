import { useEveryWord, useSpeech } from '@mosty/ui-kit';
import type { Entry } from './Journal.tsx';

interface JournalWords {
  verb(code: string): string;
  what(entry: Entry): string;
  who(entry: Entry): string;
  subject(entry: Entry): string;
  /** Every verb that has a sentence here, for the filter. */
  verbs(): readonly string[];
}

/** An entry in words. A module's own sentence wins (`journal.hold_accruals` of its words), then ours, then the code. */
export function useJournalWords(): JournalWords {
  const t = useEveryWord('identity');
  const { words } = useSpeech();

  const verb = (code: string): string => {
    const [module = '', name = ''] = code.split('.');
    return t([`${module}:journal.${name}`, `verbs.${module}.${name}`], { defaultValue: code });
  };

  return {
    verb,
    what: (entry) => verb(entry.verb),
    who({ actor }) {
      if (actor.type === 'system') return t('journal.system', { job: actor.id });
      const name = actor.name ?? actor.id;
      return actor.type === 'api_key' ? t('journal.key', { name }) : name;
    },
    subject(entry) {
      if (entry.subject === entry.actor.id) return '';
      const [prefix = ''] = entry.subject.split('_');
      const kind = t(`journal.subjects.${prefix}`, { defaultValue: '' });
      if (entry.subjectName === null) return kind ? `${kind}: ${entry.subject}` : entry.subject;
      return kind && prefix !== 'mem' ? `${kind}: ${entry.subjectName}` : entry.subjectName;
    },
    verbs() {
      return Object.entries(asRecord(asRecord(words['identity'])['verbs'])).flatMap(([module, names]) =>
        Object.keys(asRecord(names)).map((name) => `${module}.${name}`),
      );
    },
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
