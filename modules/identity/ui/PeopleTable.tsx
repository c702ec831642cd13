import { Switch } from '@mantine/core';
import { grantMoney, listMembers, removeMember } from '../contract.ts';
import {
  Act,
  Badge,
  ConfirmWithConsequence,
  DataTable,
  Face,
  toast,
  useMe,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { ChangeRole } from './ChangeRole.tsx';
import classes from './settings.module.css';

export type PersonRow = AnswerOf<typeof listMembers>['items'][number];

export function PeopleTable({ people }: { people: readonly PersonRow[] }) {
  const t = useWords('identity');
  const me = useMe();
  const [changing, setChanging] = useState<PersonRow | null>(null);
  const columns: readonly Column<PersonRow>[] = [
    {
      id: 'person',
      title: t('people.person'),
      cell: (person) => (
        <span style={{ display: 'inline-flex', gap: 10, alignItems: 'center' }}>
          <Face name={person.name} size={28} />
          <span className={classes.name}>{person.name}</span>
          {person.id === me.member.id ? <Badge tone="accent">{t('people.you')}</Badge> : null}
          {person.hasSignIn || person.leftAt ? null : <Badge tone="faint">{t('people.noSignIn')}</Badge>}
        </span>
      ),
    },
    {
      id: 'role',
      title: t('people.role'),
      cell: (person) => t(`roles.${person.role}.name`),
      narrow: 'bare',
    },
    { id: 'email', title: t('people.email'), cell: (person) => person.email, narrow: 'bare' },
    {
      id: 'since',
      title: t(people.some((person) => person.leftAt) ? 'people.until' : 'people.since'),
      cell: (person) => <When value={person.leftAt ?? person.createdAt} />,
      align: 'right',
    },
    {
      id: 'acts',
      title: '',
      cell: (person) =>
        person.leftAt ? null : <PersonActs person={person} onChange={() => setChanging(person)} />,
      align: 'right',
      narrow: 'bare',
    },
  ];
  return (
    <>
      <DataTable label={t('people.here')} columns={columns} rows={people} rowKey={(person) => person.id} />
      {changing ? <ChangeRole person={changing} onClose={() => setChanging(null)} /> : null}
    </>
  );
}

function PersonActs({ person, onChange }: { person: PersonRow; onChange: () => void }) {
  const t = useWords('identity');
  const remove = useVerb(removeMember, {
    invalidates: [listMembers],
    onDone: () => toast(t('people.removed')),
  });
  const money = useVerb(grantMoney, {
    invalidates: [listMembers],
    onDone: ({ moneyGranted }) => toast(t(moneyGranted ? 'people.moneyOn' : 'people.moneyOff')),
  });
  return (
    <span className={classes.acts}>
      {person.role === 'partner_staff' ? (
        <Switch
          label={t('people.money')}
          checked={person.moneyGranted}
          disabled={person.can['changeRole'] !== true || money.isPending}
          onChange={(event) =>
            money.mutate({ params: { memberId: person.id }, body: { granted: event.currentTarget.checked } })
          }
        />
      ) : null}
      <Act can={person.can['changeRole']} variant="subtle" size="compact-sm" onClick={onChange}>
        {t('people.change')}
      </Act>
      <ConfirmWithConsequence
        title={t('people.removeTitle', { name: person.name })}
        consequence={t('people.removeText')}
        reason={t('people.reason')}
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
    </span>
  );
}
