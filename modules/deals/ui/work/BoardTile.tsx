import { ActionIcon, Menu } from '@mantine/core';
import { Money, PageLink, paths, useMay, useWords, When } from '@mosty/ui-kit';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Deal, Stage } from '../../contract.ts';
import { DealState } from './DealState.tsx';
import { useStageName } from './stage-name.ts';
import { useDays } from './use-days.ts';
import classes from './work.module.css';

/** A deal rests too long when nobody touched it for so many days; the list filters by the same. */
const STUCK_DAYS = 14;

interface Props {
  readonly deal: Deal;
  readonly stages: readonly Stage[];
  readonly carries: string;
  readonly onMove: (deal: Pick<Deal, 'id' | 'title'>, to: Stage) => void;
  readonly isMoved: boolean;
}

/** Who, how much, what is next. Dragged by a pointer; by keyboard the menu does the same. */
export function BoardTile({ deal, stages, carries, onMove, isMoved }: Props) {
  const t = useWords('deals');
  const days = useDays();
  const nameOf = useStageName();
  const mayMove = useMay('deal.write');
  const menu = useRef<HTMLButtonElement>(null);
  // It stands in another column now, as a new element: the keyboard stays with it.
  useEffect(() => {
    if (isMoved) menu.current?.focus();
  }, [isMoved]);
  const stuck = deal.outcome === null && deal.daysSinceMove >= STUCK_DAYS;
  return (
    <article
      className={classes.tile}
      data-tone={deal.isOverdue ? 'risk' : stuck || deal.concerns.length > 0 ? 'warn' : undefined}
      draggable={mayMove}
      onDragStart={(event) => {
        const { id, title, stage } = deal;
        event.dataTransfer.setData(carries, JSON.stringify({ id, title, stage }));
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <div className={classes.tileHead}>
        <PageLink to={paths.dealCard({ dealId: deal.id })} look="quiet">
          {deal.title}
        </PageLink>
        {mayMove ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                ref={menu}
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('work.board.move', { title: deal.title })}
              >
                <IconArrowsExchange size={16} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('work.board.moveTo')}</Menu.Label>
              {stages
                .filter(({ code }) => code !== deal.stage)
                .map((stage) => (
                  <Menu.Item key={stage.code} onClick={() => onMove(deal, stage)}>
                    {nameOf(stage)}
                  </Menu.Item>
                ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      <div className={classes.quiet}>
        {deal.partner?.name ?? deal.namedRegistrant ?? t('work.list.ourselves')}
      </div>
      <div className={classes.between}>
        {deal.amountMinor === null ? (
          <span />
        ) : (
          <Money minor={deal.amountMinor} currency={deal.currency} precision="whole" />
        )}
        <span title={t('work.list.rests')}>{days(deal.daysSinceMove)}</span>
      </div>
      {deal.nextStep ? (
        <div className={classes.quiet}>
          {deal.nextStepOn ? (
            <>
              <When value={deal.nextStepOn} />:{' '}
            </>
          ) : null}
          {deal.nextStep}
        </div>
      ) : null}
      {deal.registration === 'approved' && !deal.isOverdue ? null : <DealState deal={deal} />}
    </article>
  );
}
