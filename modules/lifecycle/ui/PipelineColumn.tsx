import { Count, PageLink, paths, useRead, useWords, type AnswerOf } from '@mosty/ui-kit';
import { useState } from 'react';
import { readNextSteps, type readPipeline, type Stage } from '../contract.ts';
import { PipelineCard } from './PipelineCard.tsx';
import { CARRIES, OUT } from './stages-shown.ts';
import classes from './lifecycle.module.css';

type Column = AnswerOf<typeof readPipeline>['columns'][number];

/** Enough to see who has been there longest; the whole stage is one press away. */
const SHORT = 6;

interface Props {
  readonly column: Column;
  /** The only stage on the page: all of it. */
  readonly whole: boolean;
  /** Opens the gate of the partner; `to` when a stage was chosen by dropping. */
  readonly onGate: (partnerId: string, to?: Stage) => void;
}

/** One stage: how many, how many too long, and its partners. A card dropped here asks for this gate. */
export function PipelineColumn({ column, whole, onGate }: Props) {
  const t = useWords('lifecycle');
  const [over, setOver] = useState(false);
  const { stage, count, overdue, norm } = column;
  const cards = whole ? column.cards : column.cards.slice(0, SHORT);
  const steps = useRead(
    readNextSteps,
    { query: { partnerIds: cards.map((card) => card.partnerId).join(',') as never } },
    { enabled: cards.length > 0 && !OUT.some((one) => one === stage) },
  );
  const missing = new Map(steps.data?.items.map((item) => [item.partnerId, item]));
  return (
    <section
      className={classes.column}
      aria-label={t(`stage.${stage}`)}
      data-over={over}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(CARRIES)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const partnerId = event.dataTransfer.getData(CARRIES);
        if (!partnerId) return;
        event.preventDefault();
        onGate(partnerId, stage);
      }}
    >
      <h2 className={classes.head}>
        <span>{t(`stage.${stage}`)}</span>
        <Count value={count} />
        <span className={classes.normLine}>
          {norm === null ? t('board.noNorm') : t('board.norm', { count: norm })}
          {overdue > 0 ? ` · ${t('board.overdue', { count: overdue })}` : ''}
        </span>
      </h2>
      {cards.length === 0 ? <p className={classes.soft}>{t(`emptyStage.${stage}`)}</p> : null}
      {cards.map((card) => (
        <PipelineCard key={card.partnerId} card={card} next={missing.get(card.partnerId)} onGate={onGate} />
      ))}
      {count > cards.length ? (
        <PageLink to={paths.pipeline({ stage })}>{t('board.more', { count: count - cards.length })}</PageLink>
      ) : null}
    </section>
  );
}
