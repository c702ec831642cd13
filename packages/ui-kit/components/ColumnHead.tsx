import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Column } from './DataTable.tsx';
import classes from './DataTable.module.css';

export interface Sort {
  readonly by: string;
  readonly order: 'asc' | 'desc';
}

interface Props<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

/** `sort` filters in an address read `amount` or `-amount`. */
export function sortOf(text: string): Sort | undefined {
  if (!text) return undefined;
  return text.startsWith('-') ? { by: text.slice(1), order: 'desc' } : { by: text, order: 'asc' };
}

export function textOfSort(sort: Sort): string {
  return sort.order === 'desc' ? `-${sort.by}` : sort.by;
}

export function ColumnHead<Row>({ column, sort, onSort }: Props<Row>) {
  const mine = sort?.by === column.id ? sort.order : undefined;
  const align = column.align ?? 'left';
  const width = column.width === undefined ? undefined : { width: column.width };
  if (!column.sorts || !onSort) {
    return (
      <th scope="col" data-align={align} style={width}>
        {column.title}
      </th>
    );
  }
  // Figures are first wanted from the largest, words from the first letter.
  const fresh = align === 'right' ? 'desc' : 'asc';
  const next = mine === undefined ? fresh : mine === 'asc' ? 'desc' : 'asc';
  const Arrow = (mine ?? fresh) === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      data-align={align}
      style={width}
      aria-sort={mine ? (mine === 'asc' ? 'ascending' : 'descending') : 'none'}
    >
      <button
        type="button"
        className={classes.sort}
        data-on={mine !== undefined || undefined}
        onClick={() => onSort({ by: column.id, order: next })}
      >
        {column.title}
        <Arrow size={13} stroke={2} aria-hidden="true" />
      </button>
    </th>
  );
}
