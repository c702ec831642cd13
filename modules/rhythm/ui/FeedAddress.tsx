import { Button } from '@mantine/core';
import { CopyText, RefusalNotice, SidePanel, useVerb, useWords } from '@mosty/ui-kit';
import { makeFeed } from '../contract.ts';
import classes from './rhythm.module.css';

/** A secret address for the calendar of a phone, shown once. */
export function FeedAddress({ onClose }: { onClose: () => void }) {
  const t = useWords('rhythm');
  const verb = useVerb(makeFeed);
  return (
    <SidePanel opened onClose={onClose} title={t('feed.title')}>
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
