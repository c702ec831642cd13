import {
  Badge,
  ClassBadge,
  DataTable,
  EmptyState,
  ExportMenu,
  hrefOf,
  Money,
  PageLink,
  paths,
  useFormat,
  useMay,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import type { ReportingClass } from '../../contract/class.ts';
import { exportHarm, listHarm, type Harm, type HarmRow } from '../../contract/reputation.ts';
import classes from './reputation.module.css';

interface Props {
  readonly asked: {
    readonly from?: string;
    readonly to?: string;
    readonly currency?: string;
    readonly partner?: string;
    readonly kind?: Harm;
    readonly class?: ReportingClass;
  };
}

/** One event, one row: what happened, by whom, and what it cost where that can be counted (S0.3). */
export default function HarmLog({ asked }: Props) {
  const t = useWords('insight-reputation');
  const may = useMay('reputation.export');
  const rows = useRows(listHarm, { query: asked });
  const columns: readonly Column<HarmRow>[] = [
    { id: 'what', title: t('what'), narrow: 'title', cell: (row) => <What row={row} /> },
    {
      id: 'partner',
      title: t('partner'),
      narrow: 'line',
      cell: (row) =>
        row.partnerId ? (
          <>
            <PageLink to={paths.partner({ partnerId: row.partnerId })} look="quiet">
              {row.partnerName ?? row.partnerId}
            </PageLink>
            {row.clientName ? <div className={classes.small}>{row.clientName}</div> : null}
          </>
        ) : (
          ''
        ),
    },
    {
      id: 'on',
      title: t('day'),
      align: 'right',
      narrow: 'line',
      cell: (row) => (row.on ? <When value={row.on} style="short" /> : ''),
    },
    {
      id: 'amount',
      title: t('amount'),
      align: 'right',
      narrow: 'value',
      cell: (row) =>
        row.amountMinor === null ? (
          <span className={classes.small}>{t('inPrice.uncounted')}</span>
        ) : (
          <>
            <Money minor={row.amountMinor} {...(row.currency ? { currency: row.currency } : {})} />
            {row.inPrice ? null : <div className={classes.small}>{t('inPrice.beside')}</div>}
          </>
        ),
    },
  ];
  return (
    <>
      <DataTable
        label={t('log')}
        columns={asked.partner ? columns.filter(({ id }) => id !== 'partner') : columns}
        rows={rows}
        rowKey={(row) => `${row.kind}-${row.id}`}
        empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      />
      {may && rows.rows.length > 0 ? (
        <div className={classes.take}>
          <ExportMenu
            of={exportHarm}
            label={t('export')}
            hrefOf={(format) => hrefOf(exportHarm, { query: { ...asked, format } })}
          />
        </div>
      ) : null}
    </>
  );
}

function What({ row }: { readonly row: HarmRow }) {
  const t = useWords('insight-reputation');
  const format = useFormat();
  const to = pageOf(row);
  const name = t(`harm.${row.kind}`);
  const beside =
    row.kind === 'breach' && row.figure !== null
      ? t('rule', { rule: row.figure })
      : row.kind === 'below_floor' && row.figure !== null
        ? t('discount', { share: format.percent(row.figure, { digits: 0 }) })
        : row.note
          ? t(`severity.${row.note}`, { defaultValue: row.note })
          : '';
  return (
    <>
      {to ? (
        <PageLink to={to} look="quiet">
          {name}
        </PageLink>
      ) : (
        name
      )}
      {beside || row.class ? (
        <div className={classes.beside}>
          {row.class ? <ClassBadge of={row.class} /> : null}
          {row.kind === 'incident' ? <Badge tone="warn">{beside}</Badge> : <span>{beside}</span>}
        </div>
      ) : null}
    </>
  );
}

function pageOf(row: HarmRow): string | null {
  switch (row.kind) {
    case 'refund':
    case 'below_floor':
      return row.saleId ? paths.sale({ saleId: row.saleId }) : paths.refunds();
    case 'clawback':
      return paths.accrual({ accrualId: row.id });
    case 'breach':
      return paths.breaches(row.partnerId ? { partner: row.partnerId } : {});
    case 'incident':
      return paths.flags(row.partnerId ? { partner: row.partnerId } : {});
    case 'complaint':
      return paths.outcomes(row.partnerId ? { partner: row.partnerId } : {});
  }
}
