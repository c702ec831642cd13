import {
  ExportMenu,
  hrefOf,
  PageHeading,
  PageLink,
  paths,
  PlainSelect,
  SegmentTabs,
  useFormat,
  useWords,
} from '@mosty/ui-kit';
import { addDays, businessDate } from '@mosty/kernel/time';
import type { ReactNode } from 'react';
import { CLASSES, type ReportingClass } from '../../contract/class.ts';
import { exportReportRows, REPORTS, type Report } from '../../contract/partner-life.ts';
import { useReport } from './use-report.ts';
import classes from './partner-life.module.css';

interface Props {
  readonly report: Report;
  readonly book: ReportingClass;
  readonly title: string;
  readonly answer: ReactNode;
  /** Half-open days of the report, or nothing while it is of no days. */
  readonly window?: { readonly from: string; readonly to: string };
  /** The rule of the report, in words: under everything. */
  readonly rule: string;
  /** Whose rows the file holds. */
  readonly part?: string;
  readonly children: ReactNode;
}

/** The head every report shares: its question, the other reports, the class, the file of its rows. */
export function ReportFrame({ report, book, title, answer, window, rule, part = 'all', children }: Props) {
  const t = useWords('insight-partner-life');
  const channel = useWords('insight');
  const format = useFormat();
  const { chooseReport, chooseBook } = useReport();
  return (
    <>
      <PageHeading
        title={title}
        answer={answer}
        actions={
          <>
            <PlainSelect
              className={classes.picker ?? ''}
              label={t('class')}
              value={book}
              options={CLASSES.map((value) => ({ value, label: channel(`book.${value}`) }))}
              onChange={chooseBook}
            />
            <ExportMenu
              of={exportReportRows}
              hrefOf={(kind) =>
                hrefOf(exportReportRows, { query: { report, part, class: book, format: kind } })
              }
            />
          </>
        }
      />
      <SegmentTabs<Report>
        label={t('tab.label')}
        value={report}
        segments={REPORTS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        onChange={chooseReport}
      />
      {children}
      <footer className={classes.foot}>
        <p>{rule}</p>
        <p>
          {window
            ? `${format.when(window.from)} – ${format.when(addDays(businessDate(window.to), -1))}. `
            : null}
          <PageLink to={paths.reportMonth()}>{t('month')}</PageLink>
          {' · '}
          <PageLink to={paths.pipeline()}>{t('funnel')}</PageLink>
        </p>
      </footer>
    </>
  );
}
