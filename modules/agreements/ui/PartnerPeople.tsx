import { Button } from '@mantine/core';
import { listInvitations, listMembers, removeMember, withdrawInvitation } from '@mosty/identity/contract';
import {
  Act,
  Badge,
  ConfirmWithConsequence,
  DataTable,
  Face,
  Section,
  toast,
  useFormat,
  useMay,
  useRead,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { InvitePartnerPerson } from './InvitePartnerPerson.tsx';
import type { PartnerCard } from './PartnerScreen.tsx';
import classes from './agreements.module.css';

type Member = AnswerOf<typeof listMembers>['items'][number];
type Waiting = AnswerOf<typeof listInvitations>['items'][number];
type Person = ({ kind: 'here' } & Member) | ({ kind: 'waits' } & Waiting);

/** Who signs in for the partner, and who is asked to: invited here, for nowhere else is it known whose people they are. */
export function PartnerPeople({ partner }: { partner: PartnerCard }) {
  const t = useWords('agreements');
  const format = useFormat();
  const mayRead = useMay('member.read');
  const mayInvite = useMay('member.invite');
  const [inviting, setInviting] = useState(false);
  const query = { partnerId: partner.id };
  const members = useRead(listMembers, { query }, { enabled: mayRead });
  const waiting = useRead(listInvitations, { query }, { enabled: mayInvite });
  if (!mayRead || !members.data) return null;
  const people: readonly Person[] = [
    ...members.data.items.map((member) => ({ kind: 'here' as const, ...member })),
    ...(waiting.data?.items ?? []).map((one) => ({ kind: 'waits' as const, ...one })),
  ];
  const columns: readonly Column<Person>[] = [
    {
      id: 'person',
      title: t('people.person'),
      narrow: 'title',
      cell: (person) => (
        <span className={classes.inline}>
          <Face name={person.name} size={28} />
          <span className={classes.name}>{person.name}</span>
          <StateOf person={person} />
        </span>
      ),
    },
    {
      id: 'role',
      title: t('people.role'),
      narrow: 'bare',
      cell: (person) => t(`identity:roles.${person.role}.name`),
    },
    { id: 'email', title: t('people.email'), narrow: 'bare', cell: (person) => person.email },
    {
      id: 'since',
      title: t('people.since'),
      align: 'right',
      narrow: 'line',
      cell: (person) =>
        person.kind === 'here' ? (
          <When value={person.createdAt} style="short" />
        ) : (
          t('people.waits', { day: format.when(person.expiresAt) })
        ),
    },
    {
      id: 'acts',
      title: '',
      align: 'right',
      narrow: 'bare',
      cell: (person) => (person.kind === 'here' ? <Remove person={person} /> : <Withdraw one={person} />),
    },
  ];
  return (
    <Section
      title={t('people.title')}
      note={t('people.note')}
      actions={
        mayInvite && partner.archivedAt === null ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setInviting(true)}>
            {t('people.invite')}
          </Button>
        ) : null
      }
    >
      {people.length === 0 ? (
        <p className={classes.soft}>{t('people.nobody')}</p>
      ) : (
        <DataTable label={t('people.title')} columns={columns} rows={people} rowKey={(person) => person.id} />
      )}
      {inviting ? <InvitePartnerPerson partner={partner} onClose={() => setInviting(false)} /> : null}
    </Section>
  );
}

function StateOf({ person }: { person: Person }) {
  const t = useWords('agreements');
  if (person.kind === 'here')
    return person.hasSignIn ? null : <Badge tone="faint">{t('people.noSignIn')}</Badge>;
  return person.state === 'expired' ? <Badge tone="warn">{t('people.expired')}</Badge> : null;
}

function Remove({ person }: { person: Member }) {
  const t = useWords('agreements');
  const remove = useVerb(removeMember, {
    invalidates: [listMembers],
    onDone: () => toast(t('people.removed')),
  });
  return (
    <ConfirmWithConsequence
      title={t('people.removeTitle', { name: person.name })}
      consequence={t('people.removeText')}
      reason={t('people.removeReason')}
      confirm={t('people.remove')}
      risky
      onConfirm={(reason) => remove.mutateAsync({ params: { memberId: person.id }, body: { reason } })}
    >
      {(ask) => (
        <Act can={person.can['remove']} variant="subtle" color="gray" size="compact-sm" onClick={ask}>
          {t('people.remove')}
        </Act>
      )}
    </ConfirmWithConsequence>
  );
}

function Withdraw({ one }: { one: Waiting }) {
  const t = useWords('agreements');
  const withdraw = useVerb(withdrawInvitation, {
    invalidates: [listInvitations],
    onDone: () => toast(t('people.withdrawn')),
  });
  return (
    <ConfirmWithConsequence
      title={t('people.withdrawTitle')}
      consequence={t('people.withdrawText', { email: one.email })}
      confirm={t('people.withdraw')}
      onConfirm={() => withdraw.mutateAsync({ params: { invitationId: one.id } })}
    >
      {(ask) => (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={ask}>
          {t('people.withdraw')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
