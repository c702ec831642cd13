import { listRights, ROLES, type Role } from '../contract.ts';
import {
  LinesSkeleton,
  Loaded,
  Section,
  SegmentTabs,
  useLanguage,
  useRead,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { Title } from '@mantine/core';
import { useState } from 'react';
import classes from './settings.module.css';

type Right = AnswerOf<typeof listRights>['items'][number];

/** What each role may, in the sentences of the very rules that refuse. */
export function RightsOfRoles() {
  const t = useWords('identity');
  const read = useRead(listRights, {});
  const [role, setRole] = useState<Role>('owner');
  return (
    <Section title={t('rights.title')} note={t('rights.note')}>
      <SegmentTabs
        label={t('rights.title')}
        value={role}
        segments={ROLES.map((value) => ({ value, label: t(`roles.${value}.name`) }))}
        onChange={setRole}
      />
      <Loaded read={read} skeleton={<LinesSkeleton lines={8} />}>
        {({ items }) => (
          <div className={classes.rights}>
            <Sentences
              title={t('rights.may')}
              rights={items.filter((right) => right.roles.includes(role))}
              role={role}
            />
            <Sentences
              title={t('rights.mayNot')}
              rights={items.filter((right) => !right.roles.includes(role))}
              not
            />
          </div>
        )}
      </Loaded>
    </Section>
  );
}

interface Props {
  readonly title: string;
  readonly rights: readonly Right[];
  readonly role?: Role;
  readonly not?: boolean;
}

function Sentences({ title, rights, role, not = false }: Props) {
  const t = useWords('identity');
  const language = useLanguage();
  if (rights.length === 0) return null;
  return (
    <div>
      <Title order={3}>{title}</Title>
      <ul className={classes.list} data-not={not || undefined}>
        {rights.map((right) => (
          <li key={right.action}>
            {right.says[language]}
            {role === 'partner_staff' && right.needsMoneyGrant ? (
              <span className={classes.faint}> ({t('rights.moneyGrant')})</span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
