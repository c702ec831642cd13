import { Button } from '@mantine/core';
import { listMembers } from '../contract.ts';
import {
  EmptyState,
  Loaded,
  PageHeading,
  paths,
  Section,
  SegmentTabs,
  Sentence,
  TableSkeleton,
  useFilters,
  useMay,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { InvitePerson } from './InvitePerson.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { RightsOfRoles } from './RightsOfRoles.tsx';
import { WaitingInvitations } from './WaitingInvitations.tsx';

/** Who has access, who is awaited, and what each role may: all of it from the same rules by which the server refuses. */
export default function People() {
  const t = useWords('identity');
  const [filters, setFilters] = useFilters(paths.people);
  const [shown, setShown] = useState<'here' | 'left'>('here');
  const mayInvite = useMay('member.invite');
  const here = useRead(listMembers, { query: {} });
  const left = useRead(listMembers, { query: { left: 'true' } }, { enabled: shown === 'left' });
  const count = here.data?.items.length;
  return (
    <>
      <PageHeading
        title={t('people.title')}
        answer={count === undefined ? null : <Sentence text={t('people.answer', { count })} />}
        actions={
          mayInvite ? (
            <Button onClick={() => setFilters({ new: 'person' })}>{t('actions.invite')}</Button>
          ) : null
        }
      />
      {mayInvite ? <WaitingInvitations /> : null}
      <Section>
        <SegmentTabs
          label={t('people.title')}
          value={shown}
          segments={[
            { value: 'here', label: t('people.here'), count },
            { value: 'left', label: t('people.left') },
          ]}
          onChange={setShown}
        />
        <Loaded read={shown === 'here' ? here : left} skeleton={<TableSkeleton columns={4} rows={6} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('people.emptyLeft')}>{t('people.emptyLeftText')}</EmptyState>
            ) : (
              <PeopleTable people={items} />
            )
          }
        </Loaded>
      </Section>
      <RightsOfRoles />
      {filters.new === 'person' && mayInvite ? (
        <InvitePerson onClose={() => setFilters({ new: '' })} />
      ) : null}
    </>
  );
}
