import { openMessage } from '../contract.ts';
import { CopyText, LinesSkeleton, RefusalNotice, SidePanel, useVerb, useWords } from '@mosty/ui-kit';
import { useEffect } from 'react';
import type { LetterRow } from './Outbox.tsx';
import classes from './settings.module.css';

/** The program does not know at what address its readers reach it; the browser does. */
function fillOrigin(body: string): string {
  return body.replaceAll('{origin}', window.location.origin);
}

/** Opening a letter with a one-time link is an act of its own: it asks the server each time, and the journal knows. */
export function LetterPanel({ letter, onClose }: { letter: LetterRow; onClose: () => void }) {
  const t = useWords('identity');
  const { mutate: open, data, error } = useVerb(openMessage);
  useEffect(() => open({ params: { messageId: letter.id } }), [open, letter.id]);
  const text = data ? fillOrigin(data.body) : '';
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  return (
    <SidePanel opened onClose={onClose} title={letter.subject}>
      <p className={classes.faint}>{letter.toEmail}</p>
      {letter.isSecret ? <p className={classes.faint}>{t('outbox.secret')}</p> : null}
      {letter.lastError ? (
        <p className={classes.faint}>{t('outbox.error', { error: letter.lastError })}</p>
      ) : null}
      <RefusalNotice refusal={error} />
      {data ? <pre className={classes.letter}>{text}</pre> : error ? null : <LinesSkeleton lines={6} />}
      {link ? (
        <p style={{ marginTop: 16 }}>
          <CopyText text={link} label={t('outbox.copy')} />
        </p>
      ) : null}
    </SidePanel>
  );
}
