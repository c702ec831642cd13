import { Button } from '@mantine/core';
import { listInvitations, withdrawInvitation } from '../contract.ts';
import {
  Badge,
  ConfirmWithConsequence,
  DataTable,
  PageLink,
  paths,
  Section,
  Sentence,
  toast,
  useRead,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';

type Waiting = AnswerOf<typeof listInvitations>['items'][number];

/** Invitations nobody has answered yet; nothing at all when there are none. */
export function WaitingInvitations() {
  const t = useWords('identity');
  const read = useRead(listInvitations, { query: {} });
  const withdraw = useVerb(withdrawInvitation, {
    invalidates: [listInvitations],
    onDone: () => toast(t('invite.withdrawn')),
  });
  if (!read.data || read.data.items.length === 0) return null;
  const columns: readonly Column<Waiting>[] = [
    { id: 'name', title: t('invite.name'), cell: (one) => one.name },
    { id: 'email', title: t('invite.email'), cell: (one) => one.email, narrow: 'bare' },
    { id: 'role', title: t('invite.role'), cell: (one) => t(`roles.${one.role}.name`), narrow: 'bare' },
    {
      id: 'until',
      title: t('invite.until'),
      cell: (one) =>
        one.state === 'expired' ? (
          <Badge tone="faint">{t('invite.expired')}</Badge>
        ) : (
          <When value={one.expiresAt} />
        ),
      align: 'right',
    },
    {
      id: 'acts',
      title: '',
      align: 'right',
      narrow: 'bare',
      cell: (one) => (
        <ConfirmWithConsequence
          title={t('invite.withdrawTitle')}
          consequence={t('invite.withdrawText', { email: one.email })}
          confirm={t('invite.withdraw')}
          onConfirm={() => withdraw.mutateAsync({ params: { invitationId: one.id } })}
        >
          {(ask) => (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={ask}>
              {t('invite.withdraw')}
            </Button>
          )}
        </ConfirmWithConsequence>
      ),
    },
  ];
  const outbox = <PageLink to={paths.outbox()}>{t('invite.outbox')}</PageLink>;
  return (
    <Section title={t('invite.waiting')} note={<Sentence text={t('invite.lies')} parts={{ outbox }} />}>
      <DataTable
        label={t('invite.waiting')}
        columns={columns}
        rows={read.data.items}
        rowKey={(one) => one.id}
      />
    </Section>
  );
}
