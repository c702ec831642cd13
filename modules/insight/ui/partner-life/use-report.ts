import { paths, useFilters } from '@mosty/ui-kit';
import { CLASSES, type ReportingClass } from '../../contract/class.ts';
import { REPORTS, type Report } from '../../contract/partner-life.ts';

const STANDARD: ReportingClass = 'partner_sales';

/** Which report of which class the address names. */
export function useReport() {
  const [filters, set] = useFilters(paths.reports);
  return {
    report: REPORTS.find((one): one is Report => one === filters.tab) ?? REPORTS[0],
    book: CLASSES.find((one): one is ReportingClass => one === filters.class) ?? STANDARD,
    chooseReport: (tab: Report) => set({ tab: tab === REPORTS[0] ? '' : tab }),
    chooseBook: (book: string) => set({ class: book === STANDARD ? '' : book }),
  };
}
