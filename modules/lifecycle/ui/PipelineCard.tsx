import { Button } from '@mantine/core';
import { PageLink, paths, useMay, useWords, When, type AnswerOf } from '@mosty/ui-kit';
import type { readNextSteps, readPipeline } from '../contract.ts';
import { CARRIES } from './stages-shown.ts';
import classes from './lifecycle.module.css';

type CardOf = AnswerOf<typeof readPipeline>['columns'][number]['cards'][number];
type Next = AnswerOf<typeof readNextSteps>['items'][number];

interface Props {
  readonly card: CardOf;
  readonly next: Next | undefined;
  readonly onGate: (partnerId: string) => void;
}

/** Who, how long, and what the next gate still misses. Dragged by a pointer; by keyboard the button does the same. */
export function PipelineCard({ card, next, onGate }: Props) {
  const t = useWords('lifecycle');
  const mayMove = useMay('lifecycle.move');
  const late = card.norm !== null && card.days > card.norm;
  return (
    <article
      className={classes.tile}
      data-tone={late ? 'warn' : undefined}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.setData(CARRIES, card.partnerId);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <PageLink to={paths.partner({ partnerId: card.partnerId })} look="quiet">
        {card.name}
      </PageLink>
      <div className={classes.soft}>
        {t('days', { count: card.days })}
        {late ? `, ${t('board.late', { count: card.days - (card.norm ?? 0) })}` : ''}
        {card.path === 'standard' ? '' : ` · ${t(`path.${card.path}`)}`}
      </div>
      {card.returnOn ? (
        <div className={classes.soft}>
          {t('board.returns')} <When value={card.returnOn} />
        </div>
      ) : null}
      {card.takenOver ? <div className={classes.soft}>{t('takenOverShort')}</div> : null}
      {next ? (
        <div className={next.missing > 0 ? classes.misses : classes.ready}>
          {next.missing > 0
            ? t('board.misses', { count: next.missing, stage: t(`stage.${next.to}`) })
            : t('board.ready', { stage: t(`stage.${next.to}`) })}
        </div>
      ) : null}
      <Button
        size="compact-sm"
        variant="subtle"
        className={classes.gateButton}
        aria-label={t('gate.openOf', { name: card.name })}
        onClick={() => onGate(card.partnerId)}
      >
        {t('gate.open')}
      </Button>
    </article>
  );
}
