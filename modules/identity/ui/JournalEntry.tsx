import { paths, PageLink, SidePanel, useWords, When } from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import type { Entry } from './Journal.tsx';
import { useJournalWords } from './journal-words.ts';
import classes from './settings.module.css';
import { subjectPath } from './subject-path.ts';

/** Everything an entry says, down to what its fingerprint covers. */
export function JournalEntry({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const t = useWords('identity');
  const say = useJournalWords();
  const page = subjectPath(entry.subject);
  return (
    <SidePanel opened onClose={onClose} title={say.what(entry)}>
      <p className={classes.faint}>{t('journal.number', { seq: entry.seq })}</p>
      <dl className={classes.details} style={{ margin: '16px 0' }}>
        <Line label={t('journal.who')}>{say.who(entry)}</Line>
        <Line label={t('journal.when')}>
          <When value={entry.at} style="time" />
        </Line>
        <Line label={t('journal.about')}>
          {entry.subjectName === null ? null : say.subject(entry)} <Code>{entry.subject}</Code>
        </Line>
        {entry.reason ? <Line label={t('journal.reason')}>{entry.reason}</Line> : null}
        {Object.entries(entry.change ?? {}).map(([field, value]) => (
          <Line key={field} label={field}>
            {changed(value, entry.names)}
          </Line>
        ))}
        <Line label={t('journal.code')}>
          <Code>{entry.verb}</Code>
        </Line>
        <Line label={t('journal.request')}>
          <Code>{entry.requestId}</Code>
        </Line>
        <Line label={t('journal.hash')}>
          <Code>{entry.hash}</Code>
        </Line>
      </dl>
      <p style={{ display: 'flex', gap: 20 }}>
        {page ? <PageLink to={page}>{t('journal.openIt')}</PageLink> : null}
        <PageLink to={paths.journal({ subject: entry.subject })} onClick={onClose}>
          {t('journal.allOf')}
        </PageLink>
      </p>
    </SidePanel>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Code({ children }: { children: string }) {
  return <span className={classes.code}>{children}</span>;
}

type Names = Entry['names'];

/** `{ from, to }` reads as a change; a thing by its name where it has one; anything else as it was written. */
function changed(value: unknown, names: Names): string {
  if (typeof value === 'object' && value !== null && 'from' in value && 'to' in value) {
    return `${plain(value.from, names)} → ${plain(value.to, names)}`;
  }
  return plain(value, names);
}

function plain(value: unknown, names: Names): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return names[value] ?? value;
  if (Array.isArray(value)) return value.map((one) => plain(one, names)).join(', ');
  return JSON.stringify(value);
}
