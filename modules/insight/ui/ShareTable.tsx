import { DataTable, Money, Percent, useWords, When, type Column } from '@mosty/ui-kit';
import { CLASSES, type ReportingClass } from '../contract.ts';
import type { Share } from './ShareLines.tsx';
import classes from './share.module.css';

type Month = Share['months'][number];

/** The rows behind the drawing, the newest month first: a share and the paid money it is of, class by class. */
export function ShareTable({ share }: { share: Share }) {
  const t = useWords('insight');
  const ofClass = (name: ReportingClass): Column<Month> => ({
    id: name,
    title: t(`book.${name}`),
    align: 'right',
    narrow: 'line',
    cell: (month) => {
      const line = month.lines.find((one) => one.class === name);
      if (!line || line.sharePpm === null) return <span className={classes.none}>{t('share.noSales')}</span>;
      return (
        <>
          <Percent ppm={line.sharePpm} />{' '}
          <Money minor={line.paidMinor} currency={share.currency} precision="whole" tone="dim" />
        </>
      );
    },
  });
  const columns: readonly Column<Month>[] = [
    {
      id: 'month',
      title: t('share.month'),
      narrow: 'title',
      cell: (month) => (
        <>
          <When value={month.month} />
          {month.whole ? null : <span className={classes.running}>{t('share.running')}</span>}
        </>
      ),
    },
    ...CLASSES.map(ofClass),
  ];
  return (
    <details className={classes.behind}>
      <summary>{t('share.table')}</summary>
      <DataTable
        label={t('share.label')}
        columns={columns}
        rows={[...share.months].reverse()}
        rowKey={(month) => month.month}
      />
    </details>
  );
}
