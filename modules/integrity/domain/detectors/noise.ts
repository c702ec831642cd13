import { byPartner, detector, ROWS_MOST } from '../detector.ts';
import { lastDays } from '../days.ts';

/** S0.36: publications and mentions of each other after which nobody ever asked for anything: news, not sales. */
export const noise = detector({
  code: 'noise',
  reads: ['publications'],
  isState: false,
  thresholds: { window_days: 120, wait_days: 30, least_publications: 3 },
  find: ({ publications }, { today, thresholds: t }) =>
    byPartner(lastDays(publications, today, t['wait_days'] ?? 0, t['window_days'] ?? 0)).flatMap(
      ([partnerId, own]) => {
        if (own.length < (t['least_publications'] ?? 0)) return [];
        if (own.some(({ followed }) => followed > 0)) return [];
        return [
          {
            partnerId,
            severity: 'watch' as const,
            measure: { code: 'noise', params: { count: own.length } },
            rows: own.slice(0, ROWS_MOST).map(({ id, day }) => ({
              kind: 'publication' as const,
              subject: id,
              says: { code: 'nobody_came', params: { day } },
              at: null,
            })),
            atStakeMinor: 0n,
          },
        ];
      },
    ),
});
