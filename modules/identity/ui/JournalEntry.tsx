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
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t('journal.who'), say.who(entry)],
    [t('journal.when'), <When value={entry.at} style="time" />],
    [
      t('journal.about'),
      <>
        {say.subject(entry)} <span className={classes.code}>{entry.subject}</span>
      </>,
    ],
    ...(entry.reason ? [[t('journal.reason'), entry.reason] as const] : []),
    ...Object.entries(entry.change ?? {}).map(([field, value]) => [field, <Value value={value} />] as const),
    [t('journal.code'), <span className={classes.code}>{entry.verb}</span>],
    [t('journal.request'), <span className={classes.code}>{entry.requestId}</span>],
    [t('journal.hash'), <span className={classes.code}>{entry.hash}</span>],
  ];
  return (
    <SidePanel opened onClose={onClose} title={say.what(entry)}>
      <p className={classes.faint}>{t('journal.number', { seq: entry.seq })}</p>
      <dl className={classes.details} style={{ margin: '16px 0' }}>
        {lines.map(([label, value], place) => (
          <div key={`${place}`} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
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

/** `{ from, to }` reads as a change; anything else as it was written. */
function Value({ value }: { value: unknown }) {
  if (typeof value === 'object' && value !== null && 'from' in value && 'to' in value) {
    return (
      <>
        {plain(value.from)} → {plain(value.to)}
      </>
    );
  }
  return <>{plain(value)}</>;
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
