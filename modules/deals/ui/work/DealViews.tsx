import { paths, SegmentTabs, useGo, useMay, useWords } from '@mosty/ui-kit';

type View = 'sales' | 'board' | 'list';

/** The same business three ways: what was paid, what is in progress by stage, and as a list. */
export function DealViews({ here }: { here: View }) {
  const t = useWords('deals');
  const go = useGo();
  const maySales = useMay('sale.read');
  const mayDeals = useMay('deal.read');
  const views = { sales: paths.deals(), board: paths.dealBoard(), list: paths.dealList() };
  const shown = (['sales', 'board', 'list'] as const).filter((view) =>
    view === 'sales' ? maySales : mayDeals,
  );
  return (
    <SegmentTabs
      label={t('work.views.label')}
      value={here}
      segments={shown.map((value) => ({ value, label: t(`work.views.${value}`) }))}
      onChange={(view) => go(views[view])}
    />
  );
}
