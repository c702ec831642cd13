import { Button, Textarea } from '@mantine/core';
import { RefusalNotice, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { useState, type ReactNode } from 'react';
import { listDealCards, moveDeal, readBoard, readDealCard, type Deal, type Stage } from '../../contract.ts';
import { useStageName } from './stage-name.ts';
import classes from './work.module.css';

type Moved = Pick<Deal, 'id' | 'title'>;

interface Moving {
  readonly move: (deal: Moved, to: Stage) => void;
  /** The panel to put on the page. */
  readonly asking: ReactNode;
  /** Which was moved last: where it stands now, the keyboard goes on. */
  readonly movedId: string | null;
}

/** Moves a deal; a lost one asks why first. */
export function useMoving(): Moving {
  const t = useWords('deals');
  const nameOf = useStageName();
  const [losing, setLosing] = useState<{ deal: Moved; to: Stage } | null>(null);
  const [why, setWhy] = useState('');
  const [movedId, setMovedId] = useState<string | null>(null);
  const verb = useVerb(moveDeal, { invalidates: [readBoard, listDealCards, readDealCard] });

  const send = (deal: Moved, to: Stage, lostReason?: string): void => {
    verb.mutate(
      { params: { dealId: deal.id }, body: { stage: to.code, ...(lostReason ? { lostReason } : {}) } },
      {
        onSuccess: () => {
          toast(t('work.board.moved', { stage: nameOf(to) }));
          setLosing(null);
          setWhy('');
          setMovedId(deal.id);
        },
      },
    );
  };
  const asking = losing ? (
    <SidePanel opened onClose={() => setLosing(null)} title={t('work.board.lost')}>
      <p className={classes.text}>{t('work.board.loseConsequence')}</p>
      <Textarea
        label={t('work.board.lost')}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={300}
        data-autofocus
      />
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
      <Button
        mt={16}
        loading={verb.isPending}
        disabled={why.trim() === ''}
        onClick={() => send(losing.deal, losing.to, why.trim())}
      >
        {t('work.board.lose')}
      </Button>
    </SidePanel>
  ) : verb.error ? (
    <RefusalNotice refusal={verb.error} />
  ) : null;
  return {
    move: (deal, to) => (to.outcome === 'lost' ? setLosing({ deal, to }) : send(deal, to)),
    asking,
    movedId,
  };
}
