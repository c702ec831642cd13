import { Button } from '@mantine/core';
import {
  Act,
  ConfirmWithConsequence,
  Loaded,
  PageHeading,
  RefusalNotice,
  toast,
  useFormat,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { getPlay, playSale, undoPlayedSale } from '../contract.ts';
import { PlayAhead } from './play/PlayAhead.tsx';
import { PlayedSteps } from './play/PlayedSteps.tsx';

export type Play = NonNullable<AnswerOf<typeof getPlay>['play']>;

/** «Сыграть продажу»: a click, a lead and a sale go through the whole of the books, and every step says why. */
export default function PlayScreen() {
  const t = useWords('integrations');
  const read = useRead(getPlay, {});
  const [isFresh, setFresh] = useState(false);
  const start = useVerb(playSale, { invalidates: [getPlay], onDone: () => setFresh(true) });
  return (
    <Loaded read={read}>
      {({ can, play }) => (
        <>
          <PageHeading
            title={t('play.title')}
            answer={play ? <Outcome play={play} /> : t('play.before')}
            actions={
              play ? (
                <UndoPlay isTrial={play.isTrial} />
              ) : (
                <Act can={can['play']} loading={start.isPending} onClick={() => start.mutate({ body: {} })}>
                  {t('play.start')}
                </Act>
              )
            }
          />
          {start.error ? <RefusalNotice refusal={start.error} /> : null}
          {play ? <PlayedSteps play={play} isFresh={isFresh} /> : <PlayAhead />}
        </>
      )}
    </Loaded>
  );
}

function Outcome({ play }: { play: Play }) {
  const t = useWords('integrations');
  const { money } = useFormat();
  const { amountMinor, currency } = play.sale;
  const earned = play.accruals.reduce((sum, one) => sum + one.amountMinor, 0);
  return t('play.after', {
    partner: play.partner.name,
    earned: money(earned, { currency }),
    paid: money(amountMinor, { currency }),
  });
}

function UndoPlay({ isTrial }: { isTrial: boolean }) {
  const t = useWords('integrations');
  const undo = useVerb(undoPlayedSale, {
    invalidates: [getPlay],
    onDone: () => toast(t('play.undone')),
  });
  return (
    <ConfirmWithConsequence
      title={t('play.undoTitle')}
      consequence={
        <>
          <p>{t('play.undoWhat')}</p>
          {isTrial ? <p>{t('play.undoTrial')}</p> : null}
        </>
      }
      confirm={t('play.undo')}
      onConfirm={() => undo.mutateAsync({ body: {} })}
    >
      {(ask) => (
        <Button variant="default" onClick={ask}>
          {t('play.undo')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
