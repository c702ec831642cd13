import { Button } from '@mantine/core';
import {
  grantMoney,
  listInvitations,
  listMembers,
  removeMember,
  withdrawInvitation,
} from '@mosty/identity/contract';
import {
  Act,
  Badge,
  ConfirmWithConsequence,
  Face,
  LinesSkeleton,
  Loaded,
  Section,
  toast,
  useFormat,
  useMay,
  useMe,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { useState, type ReactNode } from 'react';
import { InviteEmployee } from './InviteEmployee.tsx';
import classes from './me.module.css';

type Member = AnswerOf<typeof listMembers>['items'][number];
type Waiting = AnswerOf<typeof listInvitations>['items'][number];

/** Whoever signs in for the partner, and who is asked to. */
export function OwnPeople() {
  const t = useWords('portal');
  const mayInvite = useMay('member.invite');
  const [inviting, setInviting] = useState(false);
  const members = useRead(listMembers, { query: {} });
  const waiting = useRead(listInvitations, { query: {} }, { enabled: mayInvite });
  return (
    <Section
      title={t('me.people.title')}
      note={t('me.people.note')}
      actions={
        mayInvite ? (
          <Button variant="default" onClick={() => setInviting(true)}>
            {t('me.people.invite')}
          </Button>
        ) : null
      }
    >
      <Loaded read={members} skeleton={<LinesSkeleton />}>
        {({ items }) => (
          <ul className={classes.people}>
            {items.map((one) => (
              <Person key={one.id} one={one} />
            ))}
            {waiting.data?.items.map((one) => (
              <Invited key={one.id} one={one} />
            ))}
          </ul>
        )}
      </Loaded>
      {inviting ? <InviteEmployee onClose={() => setInviting(false)} /> : null}
    </Section>
  );
}

function Person({ one }: { one: Member }) {
  const t = useWords('portal');
  const { member } = useMe();
  const invalidates = [listMembers];
  const grant = useVerb(grantMoney, {
    invalidates,
    onDone: ({ name, moneyGranted }) =>
      toast(t(moneyGranted ? 'me.people.moneyOpened' : 'me.people.moneyClosed', { name })),
  });
  const remove = useVerb(removeMember, { invalidates, onDone: () => toast(t('me.people.removed')) });
  const params = { memberId: one.id };
  return (
    <li className={classes.person}>
      <Who name={one.name} email={one.email}>
        {one.id === member.id ? <Badge tone="accent">{t('me.people.you')}</Badge> : null}
        {one.role === 'partner_staff' && one.moneyGranted ? (
          <Badge tone="faint">{t('me.people.seesMoney')}</Badge>
        ) : null}
        {one.hasSignIn ? null : <Badge tone="faint">{t('me.people.noSignIn')}</Badge>}
      </Who>
      {one.role === 'partner_staff' ? (
        <span className={classes.acts}>
          <Act
            can={one.can['grantMoney']}
            variant="subtle"
            loading={grant.isPending}
            onClick={() => grant.mutate({ params, body: { granted: !one.moneyGranted } })}
          >
            {t(one.moneyGranted ? 'me.people.closeMoney' : 'me.people.openMoney')}
          </Act>
          <ConfirmWithConsequence
            title={t('me.people.removeTitle', { name: one.name })}
            consequence={t('me.people.removeText')}
            reason={t('me.people.removeReason')}
            confirm={t('me.people.remove')}
            risky
            onConfirm={(reason) => remove.mutateAsync({ params, body: { reason } })}
          >
            {(ask) => (
              <Act can={one.can['remove']} variant="subtle" color="gray" onClick={ask}>
                {t('me.people.remove')}
              </Act>
            )}
          </ConfirmWithConsequence>
        </span>
      ) : null}
    </li>
  );
}

function Invited({ one }: { one: Waiting }) {
  const t = useWords('portal');
  const format = useFormat();
  const withdraw = useVerb(withdrawInvitation, {
    invalidates: [listInvitations],
    onDone: () => toast(t('me.people.withdrawn')),
  });
  return (
    <li className={classes.person}>
      <Who name={one.name} email={one.email}>
        <Badge tone={one.state === 'expired' ? 'warn' : 'faint'}>
          {one.state === 'expired'
            ? t('me.people.expired')
            : t('me.people.waits', { day: format.when(one.expiresAt) })}
        </Badge>
      </Who>
      {one.role === 'partner_staff' ? (
        <ConfirmWithConsequence
          title={t('me.people.withdrawTitle')}
          consequence={t('me.people.withdrawText', { email: one.email })}
          confirm={t('me.people.withdraw')}
          onConfirm={() => withdraw.mutateAsync({ params: { invitationId: one.id } })}
        >
          {(ask) => (
            <Button variant="subtle" color="gray" onClick={ask}>
              {t('me.people.withdraw')}
            </Button>
          )}
        </ConfirmWithConsequence>
      ) : null}
    </li>
  );
}

function Who({ name, email, children }: { name: string; email: string; children: ReactNode }) {
  return (
    <span className={classes.who}>
      <Face name={name} size={36} />
      <span className={classes.named}>
        <span className={classes.row}>
          {name} {children}
        </span>
        <span className={classes.soft}>{email}</span>
      </span>
    </span>
  );
}
