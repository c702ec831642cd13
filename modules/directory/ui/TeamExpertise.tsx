import { TagsInput } from '@mantine/core';
import { Loaded, RefusalNotice, SidePanel, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { listTeamExpertise, readExpertise, setMemberExpertise } from '../contract.ts';
import classes from './world.module.css';

/** What each colleague knows; saved as it is written. */
export function TeamExpertise({ onClose }: { onClose: () => void }) {
  const t = useWords('directory');
  const read = useRead(listTeamExpertise, {});
  const verb = useVerb(setMemberExpertise, { invalidates: [listTeamExpertise, readExpertise] });
  return (
    <SidePanel opened onClose={onClose} title={t('world.teamTitle')}>
      <p className={classes.soft}>{t('world.teamText')}</p>
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
      <Loaded read={read}>
        {({ items, known, can }) => (
          <div className={classes.team}>
            {items.map(({ memberId, name, tags }) => (
              <TagsInput
                key={memberId}
                label={name}
                data={[...known]}
                value={[...tags]}
                maxTags={12}
                readOnly={!can.write}
                placeholder={can.write && tags.length === 0 ? t('world.add') : ''}
                onChange={(next) => verb.mutate({ params: { memberId }, body: { tags: next } })}
              />
            ))}
          </div>
        )}
      </Loaded>
    </SidePanel>
  );
}
