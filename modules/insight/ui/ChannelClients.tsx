import {
  ClassBadge,
  DataTable,
  PageLink,
  paths,
  Section,
  useMay,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import { BOOKS, type Book } from '../contract.ts';
import { MeasureFigure, type Channel, type Measure, type Window } from './MeasureFigure.tsx';
import classes from './channel.module.css';

/** Average check and client value of each book beside direct sales (S3.32), always with n and the horizon. */
export function ChannelClients({ channel, window }: { channel: Channel; window: Window }) {
  const t = useWords('insight-details');
  const mayCheck = useMay('check.read');
  const { checks, clientValues } = channel.metrics;
  const of = (measures: readonly Measure[], book: Book) => measures.find((one) => one.class === book);
  const cell = (measure: Measure | undefined, note: (measure: Measure) => string): ReactNode =>
    measure ? (
      <>
        <MeasureFigure measure={measure} window={window} />
        {measure.value === null ? null : <div className={classes.small}>{note(measure)}</div>}
      </>
    ) : null;
  const columns: readonly Column<Book>[] = [
    {
      id: 'book',
      title: t('clients.book'),
      narrow: 'title',
      cell: (book) =>
        book === 'direct' ? (
          t('insight:book.direct')
        ) : (
          <>
            <ClassBadge of={book} />
            {book === 'alliance' && mayCheck ? (
              <div className={classes.small}>
                <PageLink to={paths.alliances()}>{t('clients.alliances')}</PageLink>
              </div>
            ) : null}
          </>
        ),
    },
    {
      id: 'check',
      title: t('clients.check'),
      align: 'right',
      narrow: 'line',
      cell: (book) => cell(of(checks, book), (measure) => t('clients.checkNote', { count: measure.n })),
    },
    {
      id: 'value',
      title: t('clients.value'),
      align: 'right',
      narrow: 'line',
      cell: (book) =>
        cell(of(clientValues, book), (measure) =>
          t('clients.valueNote', { count: measure.n, days: measure.rule.params['horizonDays'] }),
        ),
    },
  ];
  const shown = BOOKS.filter(
    (book) => book === 'direct' || (of(checks, book)?.n ?? 0) > 0 || of(clientValues, book),
  );
  return (
    <Section title={t('clients.title')} note={t('clients.note')}>
      <DataTable label={t('clients.title')} columns={columns} rows={shown} rowKey={(book) => book} />
    </Section>
  );
}
