import { aboveBaseline, byPartner, detector, ppm } from '../detector.ts';
import { lastDays } from '../days.ts';

/**
 * Threat 16: machines are shown apart and never paid, so they alone are no harm. A partner whose visits have become
 * mostly machines, and were not before, buys traffic somewhere.
 */
export const machineClicks = detector({
  code: 'machine_clicks',
  reads: ['clicks'],
  isState: false,
  thresholds: { window_days: 28, baseline_days: 56, least_clicks: 200, share_ppm: 500_000, jump_sigmas: 4 },
  find: ({ clicks }, { today, thresholds: t }) => {
    const window = t['window_days'] ?? 0;
    const sums = (of: readonly { readonly people: number; readonly machines: number }[]) => {
      const part = of.reduce((sum, { machines }) => sum + machines, 0);
      return { part, whole: part + of.reduce((sum, { people }) => sum + people, 0) };
    };
    return byPartner(clicks).flatMap(([partnerId, own]) => {
      const days = lastDays(own, today, 0, window);
      const now = sums(days);
      const before = sums(lastDays(own, today, window, window + (t['baseline_days'] ?? 0)));
      const share = ppm(now.part, now.whole);
      if (now.whole < (t['least_clicks'] ?? 0) || share < (t['share_ppm'] ?? 0)) return [];
      if (aboveBaseline(now, before) < (t['jump_sigmas'] ?? 0)) return [];
      return [
        {
          partnerId,
          severity: 'watch' as const,
          measure: {
            code: 'machine_clicks',
            params: {
              share,
              part: now.part,
              whole: now.whole,
              usual: ppm(before.part, before.whole),
              days: window,
            },
          },
          rows: days
            .filter(({ machines }) => machines > 0)
            .toSorted((a, b) => b.machines - a.machines)
            .slice(0, window)
            .map(({ day, machines }) => ({
              kind: 'day' as const,
              subject: day,
              says: { code: 'machines', params: { count: machines, day } },
              at: null,
            })),
          atStakeMinor: 0n,
        },
      ];
    });
  },
});
