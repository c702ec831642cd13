import { Button, Checkbox, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, PageLink, paths, toast, useFormat, useMay, useVerb, useWords, When } from '@mosty/ui-kit';
import { Fragment } from 'react';
import { holdSession, listSessions, noteSession, readCalendar, type Session } from '../contract.ts';
import classes from './rhythm.module.css';

const CHANGES = { invalidates: [listSessions, readCalendar] };

/** Who is invited, what was promised, and what was noted; private notes only for those who took part (S1.47). */
export function SessionPanel({ session }: { session: Session }) {
  const t = useWords('rhythm');
  const format = useFormat();
  const mayWrite = useMay('week.write');
  const hold = useVerb(holdSession, { ...CHANGES, onDone: () => toast(t('session.held')) });
  return (
    <>
      <p className={classes.soft}>
        {t(`session.kind.${session.kind}`)} ·{' '}
        {t('session.when', { when: format.when(session.startsAt), minutes: session.minutes })}
      </p>
      <dl className={classes.said}>
        <div>
          <dt>{t('session.guests')}</dt>
          <dd>
            {session.partners.map((partner, place) => (
              <Fragment key={partner.id}>
                {place > 0 ? ', ' : null}
                <PageLink to={paths.partner({ partnerId: partner.id })}>{partner.name}</PageLink>
                {partner.came ? ` (${t('session.came')})` : null}
              </Fragment>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('session.ours')}</dt>
          <dd>{session.members.map(({ name }) => name).join(', ')}</dd>
        </div>
        {session.promised ? (
          <div>
            <dt>{t('session.promised')}</dt>
            <dd>{session.promised}</dd>
          </div>
        ) : null}
      </dl>
      {mayWrite && !session.heldAt ? (
        <Button
          loading={hold.isPending}
          onClick={() =>
            hold.mutate({
              params: { sessionId: session.id },
              body: { came: session.partners.map(({ id }) => id) },
            })
          }
        >
          {t('session.hold')}
        </Button>
      ) : null}
      <h3 className={classes.small}>{t('session.notes')}</h3>
      <ul className={classes.lines}>
        {session.notes.map((note) => (
          <li key={note.id} className={classes.item}>
            <span className={classes.faint}>
              {note.author} · <When value={note.at} />
              {note.isPrivate ? ` · ${t('session.private')}` : null}
            </span>
            <p className={classes.text}>{note.text}</p>
          </li>
        ))}
      </ul>
      {session.hiddenNotes > 0 ? (
        <p className={classes.soft}>{t('session.hidden', { count: session.hiddenNotes })}</p>
      ) : null}
      {mayWrite ? <AddNote key={session.notes.length} session={session} /> : null}
    </>
  );
}

function AddNote({ session }: { session: Session }) {
  const t = useWords('rhythm');
  const verb = useVerb(noteSession, CHANGES);
  const form = useForm({
    initialValues: { text: '', isPrivate: false },
    validate: { text: (value) => (value.trim() ? null : t('session.needText')) },
  });
  return (
    <FormShell
      form={form}
      submit={t('session.add')}
      onSubmit={(body) => verb.mutateAsync({ params: { sessionId: session.id }, body })}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <Textarea
        label={t('session.note')}
        autosize
        minRows={2}
        maxLength={4000}
        {...form.getInputProps('text')}
      />
      <Checkbox label={t('session.isPrivate')} {...form.getInputProps('isPrivate', { type: 'checkbox' })} />
    </FormShell>
  );
}
