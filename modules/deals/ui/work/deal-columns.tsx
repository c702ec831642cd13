import { Checkbox } from '@mantine/core';
import { Money, useRead, useWords, When, type Column } from '@mosty/ui-kit';
import { listStages, type Deal } from '../../contract.ts';
import { DealState } from './DealState.tsx';
import { useStageName } from './stage-name.ts';
import { useDays } from './use-days.ts';
import classes from './work.module.css';

/** Which deals are ticked, and how that changes; null while nobody ticks. */
export interface Picking {
  readonly picked: ReadonlySet<string>;
  readonly toggle: (dealId: string) => void;
}

/** Of the list of deals. Partners are not told who of us keeps a deal. */
export function useDealColumns(picking: Picking | null, showsOwner: boolean): readonly Column<Deal>[] {
  const t = useWords('deals');
  const days = useDays();
  const nameOf = useStageName();
  const stages = useRead(listStages, {}).data?.items ?? [];
  const title = (row: Deal) => (
    <>
      {row.title}
      <div className={classes.quiet}>№ {row.number}</div>
    </>
  );
  return [
    {
      id: 'deal',
      title: t('work.list.deal'),
      cell: (row) =>
        picking ? (
          <Checkbox
            label={title(row)}
            checked={picking.picked.has(row.id)}
            onChange={() => picking.toggle(row.id)}
          />
        ) : (
          title(row)
        ),
      narrow: 'title',
    },
    {
      id: 'by',
      title: t('work.list.by'),
      cell: (row) => row.partner?.name ?? row.namedRegistrant ?? t('work.list.ourselves'),
      narrow: 'line',
    },
    {
      id: 'registration',
      title: t('work.list.registration'),
      cell: (row) => <DealState deal={row} />,
      narrow: 'bare',
    },
    {
      id: 'stage',
      title: t('work.list.stage'),
      cell: (row) => {
        const stage = stages.find(({ code }) => code === row.stage);
        return (
          <div>
            {stage ? nameOf(stage) : row.stage}
            {row.turn && row.outcome === null ? (
              <div className={classes.quiet}>{t(`work.turn.${row.turn}`)}</div>
            ) : null}
          </div>
        );
      },
      narrow: 'line',
    },
    {
      id: 'amount',
      title: t('work.list.amount'),
      cell: (row) =>
        row.amountMinor === null ? null : <Money minor={row.amountMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'next',
      title: t('work.list.next'),
      cell: (row) =>
        row.nextStep ? (
          <div>
            {row.nextStep}
            {row.nextStepOn ? (
              <div className={classes.quiet}>
                <When value={row.nextStepOn} />
              </div>
            ) : null}
          </div>
        ) : null,
      narrow: 'line',
    },
    ...(showsOwner
      ? [
          {
            id: 'owner',
            title: t('work.owner.label'),
            cell: (row: Deal) =>
              row.owner?.name ?? <span className={classes.quiet}>{t('work.owner.nobody')}</span>,
            narrow: 'line' as const,
          },
        ]
      : []),
    {
      id: 'rests',
      title: t('work.list.rests'),
      cell: (row) => (row.outcome === null ? days(row.daysSinceMove) : null),
      align: 'right',
      narrow: 'line',
    },
  ];
}
