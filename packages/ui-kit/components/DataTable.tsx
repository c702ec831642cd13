import { Button } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useWords } from '../language.ts';
import type { Rows } from '../rows.ts';
import { ColumnHead, type Sort } from './ColumnHead.tsx';
import { DataRow } from './DataRow.tsx';
import { RefusalNotice } from './RefusalNotice.tsx';
import { TableSkeleton } from './Skeletons.tsx';
import classes from './DataTable.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures and money: right. */
  readonly align?: 'left' | 'right';
  /** The server can order by it; `id` is what `sortBy` takes. */
  readonly sorts?: boolean;
  readonly width?: number | string;
  /**
   * What it becomes at 390 px: `title` the first line, `value` right of the title, `line` labelled below,
   * `bare` below without its label, `hide` left out. The first column is the title unless told.
   */
  readonly narrow?: 'title' | 'value' | 'line' | 'bare' | 'hide';
}

interface Props<Row> {
  /** What the table lists, for those who listen. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** What `useRows` returned, or rows that are all here. */
  readonly rows: readonly Row[] | Rows<Row>;
  readonly rowKey: (row: Row) => string;
  /** The page of a row, made by `paths`. Enter and a click open it. */
  readonly rowTo?: (row: Row) => string;
  /** Where a row opens something on this page instead. */
  readonly onOpen?: (row: Row) => void;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** Shown instead of the table when there are no rows. */
  readonly empty?: ReactNode;
  /** Totals under the columns, by column id. */
  readonly totals?: Readonly<Record<string, ReactNode>>;
  /** Rows that call for attention. */
  readonly tone?: (row: Row) => 'warn' | 'risk' | 'faint' | undefined;
}

function isRows<Row>(rows: readonly Row[] | Rows<Row>): rows is Rows<Row> {
  return !Array.isArray(rows);
}

/**
 * Rows of one kind. Arrows move, Enter opens, Home and End jump; the head stays in sight; on a phone each row
 * becomes a few lines instead of a strip to scroll sideways.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rowKey, rowTo, onOpen, sort, onSort, empty, totals, tone } = props;
  const t = useWords('kit');
  const body = useRef<HTMLTableSectionElement>(null);
  const paged = isRows(props.rows) ? props.rows : null;
  const rows = isRows(props.rows) ? props.rows.rows : props.rows;

  if (paged?.loading) return <TableSkeleton columns={Math.min(columns.length, 6)} />;
  if (paged?.refusal && rows.length === 0)
    return <RefusalNotice refusal={paged.refusal} onRetry={paged.again} />;
  if (rows.length === 0 && empty) return <>{empty}</>;

  const move = (from: HTMLElement, to: 'next' | 'previous' | 'first' | 'last'): void => {
    const all = [...(body.current?.querySelectorAll<HTMLElement>(':scope > tr') ?? [])];
    const at = all.indexOf(from);
    const target = { next: at + 1, previous: at - 1, first: 0, last: all.length - 1 }[to];
    all[Math.max(0, Math.min(all.length - 1, target))]?.focus();
  };

  return (
    <div className={classes.frame} data-stale={paged?.stale || undefined}>
      <table className={classes.table} aria-label={label} aria-busy={paged?.stale || undefined}>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, place) => (
            <DataRow
              key={rowKey(row)}
              row={row}
              columns={columns}
              first={place === 0}
              to={rowTo?.(row)}
              onOpen={onOpen ? () => onOpen(row) : undefined}
              onMove={move}
              tone={tone?.(row)}
            />
          ))}
        </tbody>
        {totals ? (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td
                  key={column.id}
                  data-align={column.align ?? 'left'}
                  data-label={column.title}
                  data-empty={totals[column.id] === undefined || undefined}
                >
                  {totals[column.id]}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
      {paged?.refusal ? <RefusalNotice refusal={paged.refusal} onRetry={paged.again} /> : null}
      {paged?.hasMore ? (
        <Button variant="default" mt={16} onClick={paged.more} loading={paged.loadingMore}>
          {t('more')}
        </Button>
      ) : null}
    </div>
  );
}
