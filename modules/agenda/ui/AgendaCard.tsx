import { Button } from '@mantine/core';
import { Badge, Money, PageLink, paths, useFormat, useLanguage, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import type { Card } from '../contract.ts';
import { Disagree, PutOff } from './AnswerWhy.tsx';
import { CardDone } from './CardDone.tsx';
import classes from './agenda.module.css';

/** Who, why, one fix and one next step; what else there is with them, and how the worth was counted. */
export function AgendaCard({ card, mayAnswer }: { card: Card; mayAnswer: boolean }) {
  const t = useWords('agenda');
  const format = useFormat();
  const language = useLanguage();
  const [answering, setAnswering] = useState<'done' | 'put_off' | 'disagree' | null>(null);
  const close = () => setAnswering(null);
  return (
    <li className={classes.card} data-pinned={card.pinned ?? undefined}>
      <div className={classes.head}>
        <h2 className={classes.name}>
          <PageLink to={paths.partner({ partnerId: card.partner.id })}>{card.partner.name}</PageLink>
        </h2>
        <span className={classes.worth}>
          <Money minor={card.valueMinor} currency={card.currency} />
        </span>
      </div>
      <p className={classes.marks}>
        {card.pinned ? <Badge tone="warn">{t(`pin.${card.pinned}`)}</Badge> : null}
        {card.isNewFace ? <Badge tone="accent">{t('card.newFace')}</Badge> : null}
        <span className={classes.soft}>{card.name[language]}</span>
        <span className={classes.soft}>{t('card.minutes', { count: card.minutes })}</span>
        {card.dueOn ? (
          <span className={classes.soft}>{t('card.due', { day: format.when(card.dueOn) })}</span>
        ) : null}
      </p>
      <p className={classes.why}>{card.why[language]}</p>
      <dl className={classes.one}>
        <div>
          <dt>{t('card.fix')}</dt>
          <dd>{card.fix[language]}</dd>
        </div>
        <div>
          <dt>{t('card.step')}</dt>
          <dd>{card.step[language]}</dd>
        </div>
      </dl>
      {card.also.length > 0 ? (
        <div className={classes.also}>
          <span className={classes.soft}>{t('card.also')}</span>
          <ul>
            {card.also.map((one) => (
              <li key={one.id}>{one.why[language]}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <Arithmetic card={card} />
      {mayAnswer ? (
        <div className={classes.acts}>
          <Button onClick={() => setAnswering('done')}>{t('card.done')}</Button>
          <Button variant="default" onClick={() => setAnswering('put_off')}>
            {t('card.putOff')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => setAnswering('disagree')}>
            {t('card.disagree')}
          </Button>
        </div>
      ) : null}
      {answering === 'done' ? <CardDone card={card} onClose={close} /> : null}
      {answering === 'put_off' ? <PutOff card={card} onClose={close} /> : null}
      {answering === 'disagree' ? <Disagree card={card} onClose={close} /> : null}
    </li>
  );
}

/** Value = stake × lift × urgency, each with what it means and where it came from. */
function Arithmetic({ card }: { card: Card }) {
  const t = useWords('agenda');
  const format = useFormat();
  const lift = format.percent(card.liftPpm);
  const standard = format.percent(card.defaultLiftPpm);
  return (
    <details className={classes.how}>
      <summary>{t('card.how')}</summary>
      <p className={classes.sum}>
        {t('card.arithmetic', {
          stake: format.money(card.stakeMinor, { currency: card.currency }),
          lift,
          urgency: format.count(card.urgencyPpm / 1_000_000, 2),
          value: format.money(card.valueMinor, { currency: card.currency }),
        })}
      </p>
      <p className={classes.soft}>
        {t('card.stake')} × {t('card.lift')} × {t('card.urgency')}
      </p>
      <p className={classes.soft}>
        {card.liftSeen > 0
          ? t('card.bySeen', { standard, lift, count: card.liftSeen })
          : card.liftPpm === card.defaultLiftPpm
            ? t('card.byDefault')
            : t('card.differs', { standard, lift })}
      </p>
    </details>
  );
}
