import { ClassBadge, DataTable, useWords, type Column } from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import { BOOKS, type Book } from '../../contract/class.ts';
import type { Worth } from '../../contract/client-worth.ts';
import { isTold, WorthFigure, type Asked, type Figure } from './WorthFigure.tsx';
import classes from './client-worth.module.css';

interface Shown {
  readonly figures: readonly Figure[];
  readonly asked: Asked;
  readonly label: string;
}

/** A line a book, direct sales last: what partners give stands beside what the company does itself. */
export function ByBook({ figures, asked, label, metrics }: Shown & { readonly metrics: readonly Worth[] }) {
  const t = useWords('insight-client-worth');
  const book = useWords('insight');
  const of = (name: Book, metric: Worth) =>
    figures.find((one) => one.class === name && one.metric === metric && one.group === null);
  const columns: readonly Column<Book>[] = [
    {
      id: 'book',
      title: t('book'),
      narrow: 'title',
      cell: (name) => (name === 'direct' ? book('book.direct') : <ClassBadge of={name} />),
    },
    ...metrics.map(
      (metric): Column<Book> => ({
        id: metric,
        title: t(`worth.${metric}`),
        align: 'right',
        narrow: 'line',
        cell: (name) => cellOf(of(name, metric), asked),
      }),
    ),
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={BOOKS.filter((name) => metrics.some((metric) => of(name, metric)))}
      rowKey={(name) => name}
    />
  );
}

/** A line a group, a column a book; several metrics of one group stand one under the other. */
export function ByGroup({
  figures,
  asked,
  label,
  head,
  metrics,
  nameOf,
}: Shown & {
  readonly head: string;
  readonly metrics: readonly Worth[];
  readonly nameOf: (group: string, figure: Figure) => ReactNode;
}) {
  const book = useWords('insight');
  const t = useWords('insight-client-worth');
  const own = figures.filter((one) => metrics.includes(one.metric) && one.group !== null);
  const groups = [...new Map(own.map((one) => [one.group, one])).values()].toSorted(byBand);
  const columns: readonly Column<Figure>[] = [
    {
      id: 'group',
      title: head,
      narrow: 'title',
      cell: (row) => nameOf(row.group ?? '', row),
    },
    ...BOOKS.filter((name) => own.some((one) => one.class === name)).map(
      (name): Column<Figure> => ({
        id: name,
        title: book(`book.${name}`),
        align: 'right',
        narrow: 'line',
        cell: (row) =>
          metrics.map((metric) => {
            const found = own.find(
              (one) => one.class === name && one.metric === metric && one.group === row.group,
            );
            return found ? (
              <div key={metric} className={metrics.length > 1 ? classes.pair : undefined}>
                {metrics.length > 1 ? <div className={classes.small}>{t(`worth.${metric}`)}</div> : null}
                {cellOf(found, asked)}
              </div>
            ) : null;
          }),
      }),
    ),
  ];
  return <DataTable label={label} columns={columns} rows={groups} rowKey={(row) => row.group ?? ''} />;
}

/** Bands by how many there are; names as they were told. */
function byBand(one: Figure, other: Figure): number {
  const [a, b] = [Number(one.group), Number(other.group)];
  return Number.isNaN(a) || Number.isNaN(b) || one.group === '' ? 0 : a - b;
}

function cellOf(figure: Figure | undefined, asked: Asked): ReactNode {
  return figure && isTold(figure) ? <WorthFigure figure={figure} asked={asked} /> : '–';
}
