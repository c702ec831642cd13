import { Button } from '@mantine/core';
import { Answer, Loaded, PageHeading, PageLink, paths, useFormat, useRead, useWords } from '@mosty/ui-kit';
import { readFirstSteps } from '../contract.ts';
import { FirstSteps } from './FirstSteps.tsx';
import classes from './first-steps.module.css';
import { usePutAway } from './put-away.ts';

/** Where a new company lands, and where the list is found again after it was put away. */
export default function StartScreen() {
  const t = useWords('insight');
  const { count } = useFormat();
  const [away, putAway] = usePutAway();
  const read = useRead(readFirstSteps, {});
  return (
    <Loaded read={read}>
      {({ steps, allDone }) => (
        <>
          <PageHeading
            title={t(allDone ? 'first.allDone' : 'first.title')}
            answer={
              allDone
                ? t('first.allDoneAnswer')
                : t('first.note', {
                    shown: count(steps.filter(({ done }) => done).length),
                    of: count(steps.length),
                  })
            }
            actions={
              allDone ? null : (
                <Button variant="default" onClick={() => putAway(!away)}>
                  {t(away ? 'first.callBack' : 'first.putAway')}
                </Button>
              )
            }
          />
          {away && !allDone ? <Answer>{t('first.isAway')}</Answer> : null}
          <FirstSteps steps={steps} />
          {allDone ? (
            <p className={classes.after}>
              <PageLink to={paths.channel()}>{t('first.toChannel')}</PageLink>
            </p>
          ) : null}
        </>
      )}
    </Loaded>
  );
}
