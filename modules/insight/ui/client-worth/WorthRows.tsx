import {
  DataTable,
  EmptyState,
  ExportMenu,
  hrefOf,
  Money,
  PageLink,
  paths,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { exportWorthRows, listWorthRows, type Worth, type WorthRow } from '../../contract/client-worth.ts';
import type { Asked, Figure } from './WorthFigure.tsx';
import classes from './client-worth.module.css';

/** What the figure of a row counts, where it has one. */
const FIGURE: Partial<Record<Worth, 'days' | 'quarters' | 'partners' | 'products' | 'sales'>> = {
  cycle: 'days',
  cycle_p75: 'days',
  won_share: 'days',
  long_clients: 'quarters',
  one_off_partners: 'sales',
  value_by_partners: 'partners',
  stayed_by_partners: 'partners',
  value_by_products: 'products',
  check_by_segment: 'sales',
};

interface Props {
  readonly figure: Figure;
  readonly asked: Asked;
  readonly label: string;
}

/** The deals, sales, clients or partners behind a number, each leading to its own page; as a file too. */
export default function WorthRows({ figure, asked, label }: Props) {
  const t = useWords('insight-client-worth');
  const { metric, class: book, group } = figure;
  const query = {
    ...asked,
    metric,
    class: book,
    ...(group === null ? {} : { group }),
    ...(figure.currency ? { currency: figure.currency } : {}),
  };
  const rows = useRows(listWorthRows, { query });
  const has = (column: 'note' | 'figure' | 'amountMinor') => rows.rows.some((row) => row[column] !== null);
  const columns: readonly Column<WorthRow>[] = [
    { id: 'what', title: t('row.what'), narrow: 'title', cell: (row) => <RowName row={row} /> },
    {
      id: 'note',
      title: t('row.note'),
      narrow: 'bare',
      cell: (row) => (row.note ? t(`note.${row.note}`, { defaultValue: row.note }) : ''),
    },
    {
      id: 'on',
      title: t('row.on'),
      align: 'right',
      narrow: 'line',
      cell: (row) => (row.on ? <When value={row.on} style="short" /> : ''),
    },
    {
      id: 'figure',
      title: FIGURE[metric] ? t(`row.figureOf.${FIGURE[metric]}`) : t('row.figure'),
      align: 'right',
      narrow: has('amountMinor') ? 'line' : 'value',
      cell: (row) => row.figure ?? '',
    },
    {
      id: 'amountMinor',
      title: t('row.amount'),
      align: 'right',
      narrow: 'value',
      cell: (row) =>
        row.amountMinor === null ? (
          ''
        ) : (
          <Money
            minor={row.amountMinor}
            {...(row.currency ? { currency: row.currency } : {})}
            precision="whole"
          />
        ),
    },
  ];
  return (
    <>
      <DataTable
        label={label}
        columns={columns.filter(
          ({ id }) => (id !== 'note' && id !== 'figure' && id !== 'amountMinor') || has(id),
        )}
        rows={rows}
        rowKey={(row) => `${row.kind}-${row.id}`}
        empty={<EmptyState title={t('row.none')}>{t('row.noneText')}</EmptyState>}
      />
      {rows.rows.length > 0 ? (
        <div className={classes.take}>
          <ExportMenu
            of={exportWorthRows}
            label={t('row.export')}
            hrefOf={(format) => hrefOf(exportWorthRows, { query: { ...query, format } })}
          />
        </div>
      ) : null}
    </>
  );
}

function RowName({ row }: { readonly row: WorthRow }) {
  const t = useWords('insight-client-worth');
  const people = [row.partnerName, row.clientName].filter(Boolean).join(' · ');
  const to = pageOf(row);
  // A deal is called as its client was told.
  const name = (row.kind === 'deal' ? row.externalId : people) || row.externalId || t(`kind.${row.kind}`);
  const beside = row.kind === 'deal' ? people : row.kind === 'sale' ? (row.externalId ?? '') : '';
  return (
    <>
      {to ? (
        <PageLink to={to} look="quiet">
          {name}
        </PageLink>
      ) : (
        name
      )}
      {beside ? <div className={classes.small}>{beside}</div> : null}
    </>
  );
}

function pageOf(row: WorthRow): string | null {
  switch (row.kind) {
    case 'deal':
      return paths.dealCard({ dealId: row.id });
    case 'sale':
      return paths.sale({ saleId: row.id });
    case 'client':
      return paths.client({ clientId: row.id });
    case 'partner':
      return paths.partner({ partnerId: row.id });
    default:
      return null;
  }
}
