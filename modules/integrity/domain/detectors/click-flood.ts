import { byPartner, detector, ppm } from '../detector.ts';
import { lastDays } from '../days.ts';

/**
 * Threat 15: visits by the thousand so that some of them stand before somebody's purchase. People who come and do not
 * buy are usual; so many more of them a sale than at everybody else's, after the partner's own visits had jumped, are not.
 */
export const clickFlood = detector({
  code: 'click_flood',
  reads: ['clicks', 'sales'],
  isState: false,
  thresholds: { window_days: 14, baseline_days: 56, least_clicks: 500, times_usual: 5, times_norm: 10 },
  find: ({ clicks, sales }, { today, thresholds: t }) => {
    const window = t['window_days'] ?? 0;
    const now = lastDays(clicks, today, 0, window);
    const sold = lastDays(
      sales.map((sale) => ({ ...sale, day: sale.at.toISOString().slice(0, 10) })),
      today,
      0,
      window,
    );
    const visits = (of: readonly { readonly people: number }[]) =>
      of.reduce((sum, { people }) => sum + people, 0);
    const soldBy = Map.groupBy(sold, ({ partnerId }) => partnerId);
    return byPartner(now).flatMap(([partnerId, own]) => {
      const count = visits(own);
      if (count < (t['least_clicks'] ?? 0)) return [];
      const past = lastDays(clicks, today, window, window + (t['baseline_days'] ?? 0)).filter(
        (day) => day.partnerId === partnerId,
      );
      if (past.length === 0) return [];
      const usual = (visits(past) / (t['baseline_days'] ?? 1)) * window;
      if (count < usual * (t['times_usual'] ?? 0)) return [];
      const mine = soldBy.get(partnerId)?.length ?? 0;
      const others = { visits: visits(now) - count, sales: sold.length - mine };
      const norm = ppm(others.sales + 1, others.visits + 1_000);
      const rate = ppm(mine, count);
      if (rate * (t['times_norm'] ?? 0) > norm) return [];
      return [
        {
          partnerId,
          severity: 'serious' as const,
          measure: {
            code: 'click_flood',
            params: { count, usual: Math.round(usual), sales: mine, days: window },
          },
          rows: own
            .toSorted((a, b) => b.people - a.people)
            .slice(0, window)
            .map(({ day, people }) => ({
              kind: 'day' as const,
              subject: day,
              says: { code: 'visits', params: { count: people, day } },
              at: null,
            })),
          atStakeMinor: 0n,
        },
      ];
    });
  },
});
