import { Button } from '@mantine/core';
import {
  ConfirmWithConsequence,
  PromiseColumns,
  toast,
  useVerb,
  useWords,
  type PromiseLine,
  type PromiseState,
} from '@mosty/ui-kit';
import {
  getAgreement,
  listAgreements,
  listPartners,
  listPromises,
  settlePromise,
  type AgreementPromise,
} from '../contract.ts';
import classes from './agreements.module.css';

const STATES: Record<NonNullable<AgreementPromise['outcome']>, PromiseState> = {
  kept: 'kept',
  missed: 'missed',
  withdrawn: 'cancelled',
};

/** Promises in two columns; an open one can be kept, missed or withdrawn, once. */
export function PromiseLedger({
  promises,
  can,
  reader = 'company',
}: {
  promises: readonly AgreementPromise[];
  can: boolean;
  reader?: 'company' | 'partner';
}) {
  const t = useWords('agreements');
  const lineOf = (promise: AgreementPromise): PromiseLine => {
    const note = promise.outcomeNote ?? (promise.outcome === 'withdrawn' ? t('promises.superseded') : null);
    return {
      id: promise.id,
      text: (
        <>
          {promise.words}
          {note ? <p className={classes.small}>{note}</p> : null}
        </>
      ),
      state: promise.outcome ? STATES[promise.outcome] : 'open',
      due: promise.dueOn,
      actions: promise.outcome === null && can ? <Outcomes promise={promise} /> : null,
    };
  };
  const side = (of: 'ours' | 'theirs') => promises.filter((promise) => promise.side === of).map(lineOf);
  return <PromiseColumns ours={side('ours')} theirs={side('theirs')} reader={reader} />;
}

function Outcomes({ promise }: { promise: AgreementPromise }) {
  const t = useWords('agreements');
  const verb = useVerb(settlePromise, {
    invalidates: [listPromises, getAgreement, listAgreements, listPartners],
    onDone: () => toast(t('promises.done')),
  });
  const params = { promiseId: promise.id };
  return (
    <span className={classes.inline}>
      <ConfirmWithConsequence
        title={t('promises.keptTitle')}
        consequence={t('promises.keptText')}
        confirm={t('promises.kept')}
        onConfirm={() => verb.mutateAsync({ params, body: { outcome: 'kept' } })}
      >
        {(ask) => (
          <Button size="compact-xs" variant="subtle" onClick={ask}>
            {t('promises.kept')}
          </Button>
        )}
      </ConfirmWithConsequence>
      {(['missed', 'withdrawn'] as const).map((outcome) => (
        <ConfirmWithConsequence
          key={outcome}
          title={t(`promises.${outcome}Title`)}
          consequence={t(`promises.${outcome}Text`)}
          confirm={t(`promises.${outcome}`)}
          reason={t('promises.note')}
          onConfirm={(note) => verb.mutateAsync({ params, body: { outcome, note } })}
        >
          {(ask) => (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={ask}>
              {t(`promises.${outcome}`)}
            </Button>
          )}
        </ConfirmWithConsequence>
      ))}
    </span>
  );
}
