import { aboveBaseline, agedDays, byPartner, detector, ppm, ROWS_MOST, unpaidOf } from '../detector.ts';

/**
 * S0.30: attribution by last clicks in bursts. The share of sales whose only visit came within the last hour, in two
 * weeks, against the partner's own eight weeks before: somebody who always stood by the exit is seen by other detectors.
 */
export const lastClickJump = detector({
  code: 'last_click_jump',
  reads: ['sales'],
  isState: false,
  thresholds: {
    window_days: 14,
    baseline_days: 56,
    least_sales: 8,
    last_minutes: 60,
    rise_ppm: 300_000,
    jump_sigmas: 3,
  },
  find: ({ sales }, { now, currency, thresholds: t }) =>
    byPartner(sales).flatMap(([partnerId, own]) => {
      const known = own.filter(({ lastClickAt }) => lastClickAt !== null);
      const isLast = ({ at, firstClickAt }: (typeof known)[number]) =>
        firstClickAt !== null && at.getTime() - firstClickAt.getTime() <= (t['last_minutes'] ?? 0) * 60_000;
      const window = t['window_days'] ?? 0;
      const recent = known.filter(({ at }) => agedDays(at, now) <= window);
      const past = known.filter(
        ({ at }) => agedDays(at, now) > window && agedDays(at, now) <= window + (t['baseline_days'] ?? 0),
      );
      if (recent.length < (t['least_sales'] ?? 0) || past.length < (t['least_sales'] ?? 0)) return [];
      const caught = recent.filter(isLast);
      const before = { part: past.filter(isLast).length, whole: past.length };
      const share = ppm(caught.length, recent.length);
      const usual = ppm(before.part, before.whole);
      const sigmas = aboveBaseline({ part: caught.length, whole: recent.length }, before);
      if (share - usual < (t['rise_ppm'] ?? 0) || sigmas < (t['jump_sigmas'] ?? 0)) return [];
      return [
        {
          partnerId,
          severity: 'serious' as const,
          measure: {
            code: 'last_click_jump',
            params: { share, part: caught.length, whole: recent.length, usual, days: window },
          },
          rows: caught.slice(0, ROWS_MOST).map((sale) => ({
            kind: 'sale' as const,
            subject: sale.saleId,
            says: {
              code: 'last_click',
              params: {
                minutes: Math.round((sale.at.getTime() - (sale.firstClickAt ?? sale.at).getTime()) / 60_000),
              },
            },
            at: sale.at,
          })),
          atStakeMinor: unpaidOf(caught, currency),
        },
      ];
    }),
});
