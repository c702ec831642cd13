import { LinesSkeleton, PageHeading, paths, SegmentTabs, useFilters, useWords } from '@mosty/ui-kit';
import { lazy, Suspense } from 'react';
import { VolumesView } from './VolumesView.tsx';

const HistoryView = lazy(() => import('./trial/HistoryView.tsx'));
const RiskView = lazy(() => import('./trial/RiskView.tsx'));

const VIEWS = ['volumes', 'history', 'risk'] as const;
type View = (typeof VIEWS)[number];

/** What schemes cost: at imagined sales, on the sales there were, and in months drawn from them (S1.36–39). */
export default function CalculatorScreen() {
  const t = useWords('incentives');
  const [filters, setFilters] = useFilters(paths.calculator);
  const view: View = VIEWS.find((one) => one === filters.view) ?? 'volumes';
  return (
    <>
      <PageHeading
        title={t(`calculator.views.${view}.title`)}
        answer={t(`calculator.views.${view}.answer`)}
      />
      <SegmentTabs<View>
        label={t('calculator.view')}
        value={view}
        segments={VIEWS.map((value) => ({ value, label: t(`calculator.views.${value}.tab`) }))}
        onChange={(value) => setFilters({ view: value === 'volumes' ? '' : value })}
      />
      {view === 'volumes' ? <VolumesView /> : null}
      <Suspense fallback={<LinesSkeleton lines={6} />}>
        {view === 'history' ? <HistoryView /> : null}
        {view === 'risk' ? <RiskView /> : null}
      </Suspense>
    </>
  );
}
