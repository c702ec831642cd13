import { ClassBadge, DataTable, EmptyState, PageLink, paths, useWords, type Column } from '@mosty/ui-kit';
import type { Worth } from '../../contract/client-worth.ts';
import { isTold, WorthFigure, type Asked, type ClientWorth, type Figure } from './WorthFigure.tsx';
import classes from './client-worth.module.css';

const METRICS = ['scenario_won', 'scenario_paid', 'scenario_check', 'scenario_effects'] as const;

interface Props {
  readonly worth: ClientWorth;
  readonly asked: Asked;
}

/** A line a scenario and class, with the period before beside it; deals outside of scenarios come last. */
export function ScenarioTable({ worth, asked }: Props) {
  const t = useWords('insight-client-worth');
  const book = useWords('insight');
  const rows = worth.figures.filter(({ metric }) => metric === 'scenario_won');
  const of = (row: Figure, metric: Worth) =>
    worth.figures.find((one) => one.metric === metric && one.class === row.class && one.group === row.group);
  const columns: readonly Column<Figure>[] = [
    {
      id: 'scenario',
      title: t('head.scenario'),
      narrow: 'title',
      cell: (row) => (
        <>
          {row.group ? (
            <PageLink to={paths.scenario({ scenarioId: row.group })}>{row.groupName ?? row.group}</PageLink>
          ) : (
            t('scenarioNone')
          )}
          <div className={classes.small}>
            {row.class === 'direct' ? book('book.direct') : <ClassBadge of={row.class} />}
          </div>
        </>
      ),
    },
    ...METRICS.map(
      (metric): Column<Figure> => ({
        id: metric,
        title: t(`worth.${metric}`),
        align: 'right',
        narrow: 'line',
        cell: (row) => {
          const found = of(row, metric);
          return found && isTold(found) ? (
            <WorthFigure figure={found} asked={asked} of={row.groupName ?? undefined} />
          ) : (
            '–'
          );
        },
      }),
    ),
  ];
  return (
    <DataTable
      label={t('sections.scenarios')}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.group}-${row.class}`}
      empty={
        <EmptyState
          title={t('noDeals')}
          actions={<PageLink to={paths.scenarios()}>{t('toScenarios')}</PageLink>}
        >
          {t('noDealsText')}
        </EmptyState>
      }
    />
  );
}
