import { PageSkeleton } from '@mosty/ui-kit';
import { lazy, Suspense, type FunctionComponent, type LazyExoticComponent } from 'react';
import type { ReportingClass } from '../../contract/class.ts';
import type { Report } from '../../contract/partner-life.ts';
import { useReport } from './use-report.ts';
import classes from './partner-life.module.css';

const TABS: Readonly<
  Record<Report, LazyExoticComponent<FunctionComponent<{ readonly book: ReportingClass }>>>
> = {
  first_sale: lazy(() => import('./FirstSaleTab.tsx')),
  early_result: lazy(() => import('./EarlyTab.tsx')),
  survival: lazy(() => import('./SurvivalTab.tsx')),
  steady: lazy(() => import('./SteadyTab.tsx')),
  effort: lazy(() => import('./EffortTab.tsx')),
  trust: lazy(() => import('./TrustTab.tsx')),
};

/** The honest report on the life of partners: six questions, one class of book at a time (S2.3). */
export default function ReportsScreen() {
  const { report, book } = useReport();
  const Tab = TABS[report];
  return (
    <div className={classes.report}>
      <Suspense fallback={<PageSkeleton />}>
        <Tab book={book} />
      </Suspense>
    </div>
  );
}
