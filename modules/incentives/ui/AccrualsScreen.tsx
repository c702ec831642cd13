import { Button } from '@mantine/core';
import {
  ConfirmWithConsequence,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  toast,
  useFilters,
  useMay,
  useRows,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { approveAccrualsNow, exportAccruals, listAccruals, type AccrualRow } from '../contract.ts';
import { useAccrualColumns } from './accrual-columns.tsx';
import { StandingHolds } from './StandingHolds.tsx';
import classes from './incentives.module.css';

const VIEWS = ['', 'to_approve', 'on_hold', 'nothing'] as const;
const STATES = ['pending', 'approved', 'paid', 'waived', 'reversed'] as const;
const CLASSES = ['partner_sales', 'referral', 'alliance'] as const;

/** To whom, for what and how much: every row opens to its arithmetic. No sums here: classes are never added up (S2.3). */
export default function AccrualsScreen() {
  const t = useWords('incentives');
  const [filters, setFilters] = useFilters(paths.accruals);
  const columns = useAccrualColumns();
  const state = (filters.state || undefined) as (typeof VIEWS)[1] | (typeof STATES)[number] | undefined;
  const chosen = {
    partner: filters.partner || undefined,
    scheme: filters.scheme || undefined,
    month: filters.month || undefined,
    class: (filters.class || undefined) as (typeof CLASSES)[number] | undefined,
    state,
  };
  const rows = useRows(listAccruals, { query: chosen });
  const filtered = Object.values(chosen).some((value) => value !== undefined);
  const view = VIEWS.find((one) => one === filters.state) ?? '';
  return (
    <>
      <PageHeading
        title={t('accruals.title')}
        answer={t('accruals.answer')}
        actions={
          <>
            <ExportMenu
              of={exportAccruals}
              hrefOf={(format) => hrefOf(exportAccruals, { query: { ...chosen, format } })}
            />
            {state === 'to_approve' ? <ApproveAll rows={rows.rows} /> : null}
          </>
        }
      />
      <SegmentTabs
        label={t('accruals.views')}
        value={view}
        segments={[
          { value: '', label: t('accruals.all') },
          { value: 'to_approve', label: t('accruals.toApprove') },
          { value: 'on_hold', label: t('accruals.onHold') },
          { value: 'nothing', label: t('accruals.nothing') },
        ]}
        onChange={(next) => setFilters({ state: next })}
      />
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'month', kind: 'month', label: t('accruals.month') },
          { key: 'partner', kind: 'partner', label: t('accruals.partner') },
          {
            key: 'class',
            kind: 'choice',
            label: t('accruals.class'),
            options: CLASSES.map((value) => ({ value, label: t(`accruals.classes.${value}`) })),
          },
          ...(view === ''
            ? [
                {
                  key: 'state' as const,
                  kind: 'choice' as const,
                  label: t('accruals.state'),
                  options: STATES.map((value) => ({ value, label: t(`accrualState.${value}`) })),
                },
              ]
            : []),
        ]}
      />
      {view === 'on_hold' ? (
        <div className={classes.above}>
          <StandingHolds />
        </div>
      ) : null}
      <DataTable
        label={t('accruals.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.accrual({ accrualId: row.id })}
        tone={(row) => (row.state === 'on_hold' ? 'risk' : row.state === 'reversed' ? 'faint' : undefined)}
        empty={
          <EmptyState
            title={t(filtered ? 'accruals.nothingFound' : 'accruals.none')}
            actions={
              filtered ? (
                <Button
                  variant="default"
                  onClick={() => setFilters({ month: '', class: '', state: '', partner: '', scheme: '' })}
                >
                  {t('accruals.clear')}
                </Button>
              ) : (
                <PageLink to={paths.imports()}>{t('accruals.toImport')}</PageLink>
              )
            }
          >
            {t(filtered ? 'accruals.nothingFoundText' : 'accruals.noneText')}
          </EmptyState>
        }
      />
    </>
  );
}

function ApproveAll({ rows }: { rows: readonly AccrualRow[] }) {
  const t = useWords('incentives');
  const verb = useVerb(approveAccrualsNow, { invalidates: [listAccruals] });
  if (!useMay('accrual.approve') || rows.length === 0) return null;
  return (
    <ConfirmWithConsequence
      title={t('accruals.approveTitle')}
      consequence={t('accruals.approveText')}
      confirm={t('accruals.approveAll', { count: rows.length })}
      onConfirm={async () => {
        await verb.mutateAsync({ body: { accrualIds: rows.map((row) => row.id) } });
        toast(t('accruals.approved'));
      }}
    >
      {(ask) => <Button onClick={ask}>{t('accruals.approveAll', { count: rows.length })}</Button>}
    </ConfirmWithConsequence>
  );
}
