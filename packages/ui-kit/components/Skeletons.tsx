import { Skeleton } from '@mantine/core';
import { useWords } from '../language.ts';
import classes from './Skeletons.module.css';

/** The shape of a table that is coming: as many columns, a first page of rows. */
export function TableSkeleton({ columns = 4, rows = 8 }: { columns?: number; rows?: number }) {
  const t = useWords('kit');
  return (
    <div className={classes.table} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_row, row) => (
        <div className={classes.row} key={row}>
          {Array.from({ length: columns }, (_column, column) => (
            <Skeleton
              key={column}
              className={column > 1 ? classes.extra : undefined}
              height={12}
              width={column === 0 ? `${46 + ((row * 17) % 38)}%` : `${30 + ((row * 13 + column * 7) % 34)}%`}
              ml={column === 0 ? 0 : 'auto'}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The shape of a page: heading, answer, figures, rows. */
export function PageSkeleton() {
  const t = useWords('kit');
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton height={28} width="min(420px, 80%)" mt={4} />
      <Skeleton height={16} width="min(620px, 100%)" mt={16} mb={40} />
      <TableSkeleton />
    </div>
  );
}

export function LinesSkeleton({ lines = 3 }: { lines?: number }) {
  const t = useWords('kit');
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_line, place) => (
        <Skeleton key={place} height={12} mt={place ? 12 : 4} width={`${92 - ((place * 23) % 50)}%`} />
      ))}
    </div>
  );
}
