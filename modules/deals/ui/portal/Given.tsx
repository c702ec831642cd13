import { Button } from '@mantine/core';
import { PageHeading, PageLink, paths, useFormat, useWords, type AnswerOf } from '@mosty/ui-kit';
import type { registerDeal } from '../../contract.ts';
import classes from './portal.module.css';

interface Props {
  readonly answer: AnswerOf<typeof registerDeal>;
  /** The client is asked by a letter. */
  readonly byLetter: boolean;
  readonly onAnother: () => void;
}

/** The answer at once: taken, or by when we answer. */
export function Given({ answer: { answer, answerDueAt, met, dealId }, byLetter, onAnother }: Props) {
  const t = useWords('deals');
  const format = useFormat();
  const due = answerDueAt ? format.when(answerDueAt, 'time') : '';
  const stands = answer === 'accepted' || answer === 'looks_alike';
  return (
    <>
      <PageHeading title={t(`own.give.done.${answer}`)} />
      <div role="status">
        <p className={classes.said}>{t(`own.give.then.${answer}`, { due })}</p>
        {byLetter && stands ? <p className={classes.said}>{t('own.give.letter')}</p> : null}
        {met.length > 0 && !stands ? (
          <p className={classes.said}>
            {t('own.give.metBy', { what: met.map((kind) => t(`work.met.${kind}`)).join(', ') })}
          </p>
        ) : null}
      </div>
      <div className={classes.row}>
        <Button onClick={onAnother}>{t('own.give.another')}</Button>
        <PageLink to={dealId ? paths.portalDeal({ dealId }) : paths.portalDeals()}>
          {t(dealId ? 'own.give.open' : 'own.give.all')}
        </PageLink>
      </div>
    </>
  );
}
