import { Count, Money, useWords, type AnswerOf } from '@mosty/ui-kit';
import { useState } from 'react';
import type { Deal, readBoard, Stage } from '../../contract.ts';
import { BoardTile } from './BoardTile.tsx';
import { useStageName } from './stage-name.ts';
import classes from './work.module.css';

type Column = AnswerOf<typeof readBoard>['columns'][number];

/** What a dragged card carries. */
const CARRIES = 'application/x-mosty-deal';

interface Props {
  readonly column: Column;
  readonly stages: readonly Stage[];
  readonly onMove: (deal: Pick<Deal, 'id' | 'title'>, to: Stage) => void;
  readonly movedId: string | null;
}

/** One stage: how many, for how much, whose move, and its deals. A card dropped here is moved here. */
export function BoardColumn({ column, stages, onMove, movedId }: Props) {
  const t = useWords('deals');
  const nameOf = useStageName();
  const [over, setOver] = useState(false);
  const { stage, deals, count, sums } = column;
  return (
    <section
      className={classes.column}
      aria-label={nameOf(stage)}
      data-over={over}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(CARRIES)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const carried = event.dataTransfer.getData(CARRIES);
        if (!carried) return;
        event.preventDefault();
        const deal = JSON.parse(carried) as Pick<Deal, 'id' | 'title'> & { stage: string };
        if (deal.stage !== stage.code) onMove(deal, stage);
      }}
    >
      <h2 className={classes.head} style={{ margin: 0, fontSize: 'inherit' }}>
        <span>{nameOf(stage)}</span>
        <Count value={count} />
        {stage.outcome === 'lost' ? null : (
          <span className={classes.turn}>{t(`work.turn.${stage.turn}`)}</span>
        )}
      </h2>
      {sums
        .filter(({ amountMinor }) => amountMinor > 0)
        .map(({ currency, amountMinor }) => (
          <div key={currency} className={classes.sums}>
            <Money minor={amountMinor} currency={currency} precision="whole" />
          </div>
        ))}
      {deals.length === 0 ? <div className={classes.quiet}>{t('work.board.empty')}</div> : null}
      {deals.map((deal) => (
        <BoardTile
          key={deal.id}
          deal={deal}
          stages={stages}
          carries={CARRIES}
          onMove={onMove}
          isMoved={deal.id === movedId}
        />
      ))}
      {count > deals.length ? (
        <div className={classes.quiet}>{t('work.board.more', { count: count - deals.length })}</div>
      ) : null}
    </section>
  );
}
