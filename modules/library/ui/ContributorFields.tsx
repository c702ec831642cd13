import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { PickPartner } from '@mosty/directory/parts';
import { listMembers } from '@mosty/identity/contract';
import { useRead, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import type { Asset } from '../contract.ts';
import classes from './library.module.css';

type Named = Asset['contributors'][number];

interface Props {
  readonly value: readonly Named[];
  readonly onChange: (named: readonly Named[]) => void;
}

const MOST = 20;

/** One after another: a colleague or a partner, and what they gave. */
export function ContributorFields({ value, onChange }: Props) {
  const t = useWords('library');
  const [adding, setAdding] = useState<'member' | 'partner' | null>(null);
  const people = useRead(listMembers, { query: {} }, { enabled: adding === 'member' });
  const team = (people.data?.items ?? []).filter(({ role }) => !role.startsWith('partner'));
  const add = (one: Omit<Named, 'what'>): void => {
    setAdding(null);
    if (!value.some(({ memberId, partnerId }) => memberId === one.memberId && partnerId === one.partnerId))
      onChange([...value, { ...one, what: '' }]);
  };
  return (
    <fieldset className={classes.contributors}>
      <legend>{t('contributors.made')}</legend>
      <p className={classes.soft}>{t('contributors.note')}</p>
      {value.map((one, place) => (
        <div key={one.memberId ?? one.partnerId} className={classes.row}>
          <TextInput
            className={classes.grow}
            label={one.name}
            placeholder={t('contributors.what')}
            maxLength={120}
            value={one.what}
            onChange={(event) =>
              onChange(value.map((old, at) => (at === place ? { ...old, what: event.target.value } : old)))
            }
          />
          <CloseButton
            aria-label={t('contributors.takeOff', { name: one.name })}
            onClick={() => onChange(value.filter((_one, at) => at !== place))}
          />
        </div>
      ))}
      {adding === 'member' ? (
        <Select
          label={t('contributors.member')}
          searchable
          data={team.map(({ id, name }) => ({ value: id as string, label: name }))}
          value={null}
          onChange={(id) => {
            const found = team.find((one) => one.id === id);
            if (found) add({ name: found.name, memberId: found.id, partnerId: null });
          }}
        />
      ) : null}
      {adding === 'partner' ? (
        <PickPartner
          label={t('contributors.partner')}
          value={null}
          onChange={(picked) => {
            if (picked)
              add({ name: picked.name, memberId: null, partnerId: picked.id as Named['partnerId'] });
          }}
        />
      ) : null}
      {value.length < MOST && adding === null ? (
        <div className={classes.row}>
          <Button size="compact-sm" variant="default" onClick={() => setAdding('partner')}>
            {t('contributors.addPartner')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAdding('member')}>
            {t('contributors.addMember')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
