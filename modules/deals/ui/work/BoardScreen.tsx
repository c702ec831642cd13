import { Button } from '@mantine/core';
import {
  EmptyState,
  FilterBar,
  Loaded,
  PageHeading,
  paths,
  useFilters,
  useMay,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { DEAL_KINDS, readBoard, type DealKind } from '../../contract.ts';
import { BoardColumn } from './BoardColumn.tsx';
import { DealViews } from './DealViews.tsx';
import { RegisterDeal } from './RegisterDeal.tsx';
import { useMoving } from './use-moving.tsx';
import { useTeam } from './use-team.ts';
import classes from './work.module.css';

/** Open deals by stage: how much stands where, what has not moved, whose move it is. */
export default function BoardScreen() {
  const t = useWords('deals');
  const [filters, setFilters] = useFilters(paths.dealBoard);
  const mayRegister = useMay('deal.register');
  const team = useTeam();
  const kind = DEAL_KINDS.find((one): one is DealKind => one === filters.kind);
  const read = useRead(readBoard, {
    query: {
      q: filters.q || undefined,
      partner: filters.partner || undefined,
      kind,
      owner: filters.owner || undefined,
    },
  });
  const { move, asking, movedId } = useMoving();
  return (
    <>
      <PageHeading
        title={t('work.board.title')}
        answer={t('work.board.answer')}
        actions={
          mayRegister ? (
            <Button onClick={() => setFilters({ new: 'deal' })}>{t('actions.registerDeal')}</Button>
          ) : null
        }
      />
      <div className={classes.views}>
        <DealViews here="board" />
      </div>
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'q', kind: 'search', label: t('work.board.search') },
          { key: 'partner', kind: 'partner', label: t('work.list.by') },
          {
            key: 'kind',
            kind: 'choice',
            label: t('work.board.kind'),
            options: DEAL_KINDS.map((value) => ({ value, label: t(`work.kind.${value}`) })),
          },
          ...(team.length > 0
            ? [
                {
                  key: 'owner' as const,
                  kind: 'choice' as const,
                  label: t('work.owner.label'),
                  options: [...team, { value: 'nobody', label: t('work.owner.unkept') }],
                },
              ]
            : []),
        ]}
      />
      <Loaded read={read}>
        {({ columns }) =>
          columns.every(({ count }) => count === 0) ? (
            <EmptyState title={t('work.board.none')}>{t('work.board.noneText')}</EmptyState>
          ) : (
            <>
              <p className={classes.hint}>{t('work.board.howToMove')}</p>
              <div className={classes.board}>
                {columns.map((column) => (
                  <BoardColumn
                    key={column.stage.code}
                    column={column}
                    stages={columns.map(({ stage }) => stage)}
                    onMove={move}
                    movedId={movedId}
                  />
                ))}
              </div>
            </>
          )
        }
      </Loaded>
      {asking}
      {filters.new === 'deal' && mayRegister ? (
        <RegisterDeal onClose={() => setFilters({ new: '' })} />
      ) : null}
    </>
  );
}
