import { NumberOpens, TableSkeleton } from '@mosty/ui-kit';
import { lazy, Suspense, type ReactNode } from 'react';
import type { ReportingClass } from '../../contract/class.ts';
import type { Report } from '../../contract/partner-life.ts';

const ReportRows = lazy(() => import('./ReportRows.tsx'));

interface Props {
  readonly report: Report;
  /** Which rows stand behind it. */
  readonly part: string;
  readonly book: ReportingClass;
  readonly title: string;
  readonly rule: string;
  readonly n: number;
  readonly window?: { readonly from: string; readonly to: string };
  readonly children: ReactNode;
}

/** A number of a report: opens to its rule, days, n and the partners or clients behind it. */
export function ReportNumber({ report, part, book, title, rule, n, window, children }: Props) {
  return (
    <NumberOpens
      title={title}
      wide
      proof={{ rule: { text: rule, version: 1 }, n, ...(window ? { window } : {}) }}
      rows={() => (
        <Suspense fallback={<TableSkeleton />}>
          <ReportRows report={report} part={part} book={book} label={title} />
        </Suspense>
      )}
    >
      {children}
    </NumberOpens>
  );
}
