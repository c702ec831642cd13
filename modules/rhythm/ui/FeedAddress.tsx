import { Button } from '@mantine/core';
import { CopyText, RefusalNotice, SidePanel, useVerb, useWords } from '@mosty/ui-kit';
import { makeFeed, makeTeamFeed } from '../contract.ts';
import classes from './rhythm.module.css';

/** A secret address for the calendar of a phone, shown once: of one's own, or of what the whole team does. */
export function FeedAddress({ onClose, isTeams = false }: { onClose: () => void; isTeams?: boolean }) {
  const t = useWords('rhythm');
  const verb = useVerb(isTeams ? makeTeamFeed : makeFeed);
  return (
    <SidePanel opened onClose={onClose} title={t(isTeams ? 'touch.phone' : 'feed.title')}>
      <p>{t('feed.text')}</p>
      {verb.data ? (
        <CopyText text={verb.data.url} label={t('feed.copy')} />
      ) : (
        <>
          <p className={classes.soft}>{t('feed.again')}</p>
          <Button loading={verb.isPending} onClick={() => verb.mutate({})}>
            {t('feed.make')}
          </Button>
        </>
      )}
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
    </SidePanel>
  );
}
