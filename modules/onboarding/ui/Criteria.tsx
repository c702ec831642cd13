import { Badge, DataTable, EmptyState, useFormat, useWords, type Column } from '@mosty/ui-kit';
import type { Comparison, PilotMetric } from '../contract.ts';
import { unitOf } from './criterion-target.ts';
import classes from './onboarding.module.css';

export interface JudgedCriterion {
  readonly metric: PilotMetric;
  readonly comparison: Comparison;
  /** null: not told to this reader. */
  readonly target: number | null;
  readonly found: number | null;
  /** null: nothing is locked yet. */
  readonly isMet: boolean | null;
}

interface Props {
  readonly criteria: readonly JudgedCriterion[];
  readonly currency: string;
  /** How the partner reads it: what is not met is on its way, and our own money has no figures. */
  readonly own?: boolean;
}

/** What was agreed beside what came, line by line. */
export function Criteria({ criteria, currency, own = false }: Props) {
  const t = useWords('onboarding');
  const format = useFormat();
  const said = (metric: PilotMetric, value: number): string => {
    const unit = unitOf(metric);
    if (unit === 'count') return format.count(value);
    return unit === 'share' ? format.percent(value) : format.money(value, { currency });
  };
  const columns: readonly Column<JudgedCriterion>[] = [
    {
      id: 'what',
      title: t('pilot.criterion'),
      cell: ({ metric, target }) => t(own && target === null ? `ownPilot.${metric}` : `metric.${metric}`),
      narrow: 'title',
    },
    {
      id: 'target',
      title: t('pilot.target'),
      cell: ({ metric, comparison, target }) =>
        target === null ? (
          <span className={classes.soft}>{t('ownPilot.ours')}</span>
        ) : (
          `${t(`at.${comparison}`)} ${said(metric, target)}`
        ),
      narrow: 'line',
    },
    {
      id: 'found',
      title: t('pilot.found'),
      cell: ({ metric, found }) => (found === null ? '–' : said(metric, found)),
      narrow: 'line',
    },
    { id: 'met', title: t('pilots.state'), cell: (row) => <Met of={row} own={own} />, narrow: 'value' },
  ];
  return (
    <DataTable
      label={t('pilot.criteria')}
      columns={columns}
      rows={criteria}
      rowKey={(row) => `${row.metric} ${row.comparison}`}
      empty={<EmptyState title={t('pilot.criteria')} />}
    />
  );
}

function Met({ of: { isMet }, own }: { of: JudgedCriterion; own: boolean }) {
  const t = useWords('onboarding');
  if (isMet === null) return <span className={classes.soft}>{t('pilot.notYet')}</span>;
  if (isMet) return <Badge tone="accent">{t('pilot.isMet')}</Badge>;
  return <Badge tone={own ? 'plain' : 'warn'}>{t(own ? 'ownPilot.bad' : 'pilot.notMet')}</Badge>;
}
