import { DataTable, Money, Section, useWords, When } from '@mosty/ui-kit';
import type { MonthSheet } from '../contract.ts';

/** What was kept when the month was closed, beside what is true now. */
export function MonthDrift({
  of: sheet,
  closed,
}: {
  of: MonthSheet;
  closed: NonNullable<MonthSheet['closed']>;
}) {
  const t = useWords('economics');
  const rows = closed.drift.flatMap(({ class: book, lines }) => lines.map((line) => ({ ...line, book })));
  const money = (minor: number) => <Money minor={minor} currency={sheet.currency} />;
  return (
    <Section
      title={t('sheet.drift')}
      note={
        <>
          {t('sheet.closedAt')} <When value={closed.at} style="time" />
          {closed.by ? `, ${closed.by}` : null}
        </>
      }
    >
      <DataTable
        label={t('sheet.drift')}
        rows={rows}
        rowKey={(row) => `${row.book} ${row.line}`}
        empty={<p>{t('sheet.noDrift')}</p>}
        columns={[
          { id: 'book', title: t('plan.class'), cell: (row) => t(`book.${row.book}`) },
          { id: 'line', title: t('sheet.line'), narrow: 'line', cell: (row) => t(`line.${row.line}`) },
          {
            id: 'then',
            title: t('sheet.then'),
            align: 'right',
            narrow: 'line',
            cell: (row) => money(row.closedMinor),
          },
          {
            id: 'now',
            title: t('sheet.now'),
            align: 'right',
            narrow: 'line',
            cell: (row) => money(row.nowMinor),
          },
          {
            id: 'difference',
            title: t('sheet.difference'),
            align: 'right',
            narrow: 'value',
            cell: (row) => money(row.nowMinor - row.closedMinor),
          },
        ]}
      />
    </Section>
  );
}
