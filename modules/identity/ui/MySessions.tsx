import { Button } from '@mantine/core';
import { endMyOtherSessions, endMySession, listMySessions } from '../contract.ts';
import {
  Badge,
  ConfirmWithConsequence,
  DataTable,
  Loaded,
  Section,
  TableSkeleton,
  toast,
  useRead,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { deviceOf } from './device.ts';

type SessionRow = AnswerOf<typeof listMySessions>['items'][number];

export function MySessions() {
  const t = useWords('identity');
  const read = useRead(listMySessions, {});
  const end = useVerb(endMySession, { invalidates: [listMySessions], onDone: () => toast(t('me.ended')) });
  const endOthers = useVerb(endMyOtherSessions, {
    invalidates: [listMySessions],
    onDone: () => toast(t('me.ended')),
  });
  const columns: readonly Column<SessionRow>[] = [
    {
      id: 'device',
      title: t('me.device'),
      cell: (session) => (
        <>
          {deviceOf(session.userAgent) ?? t('me.unknownDevice')}{' '}
          {session.current ? <Badge tone="accent">{t('me.thisDevice')}</Badge> : null}
        </>
      ),
    },
    { id: 'address', title: t('me.address'), cell: (session) => session.ipAddress || '–' },
    { id: 'seen', title: t('me.seen'), cell: (session) => <When value={session.createdAt} style="ago" /> },
    {
      id: 'expires',
      title: t('me.expires'),
      cell: (session) => <When value={session.expiresAt} />,
      align: 'right',
    },
    {
      id: 'acts',
      title: '',
      align: 'right',
      narrow: 'bare',
      cell: (session) =>
        session.current ? null : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => end.mutate({ params: { sessionId: session.id } })}
          >
            {t('me.end')}
          </Button>
        ),
    },
  ];
  const others = (read.data?.items.length ?? 0) > 1;
  return (
    <Section
      title={t('me.sessions')}
      note={t('me.sessionsNote')}
      actions={
        others ? (
          <ConfirmWithConsequence
            title={t('me.endOtherTitle')}
            consequence={t('me.endOtherText')}
            confirm={t('me.endOther')}
            onConfirm={() => endOthers.mutateAsync({})}
          >
            {(ask) => (
              <Button variant="default" onClick={ask}>
                {t('me.endOther')}
              </Button>
            )}
          </ConfirmWithConsequence>
        ) : null
      }
    >
      <Loaded read={read} skeleton={<TableSkeleton columns={4} rows={2} />}>
        {({ items }) => (
          <DataTable
            label={t('me.sessions')}
            columns={columns}
            rows={items}
            rowKey={(session) => session.id}
          />
        )}
      </Loaded>
    </Section>
  );
}
