import type { SaleFact } from '../facts.ts';
import { agedDays, byPartner, detector, ppm, ROWS_MOST, unpaidOf } from '../detector.ts';

/**
 * Threat 14, S0.30: between a click and a payment people read, think and fill in a form. A click that comes seconds
 * before the payment was made for the buyer by a page or an extension. Measured against everybody else of the company:
 * where all buy within a minute, a minute is no sign.
 */
export const secondsToSale = detector({
  code: 'seconds_to_sale',
  reads: ['sales'],
  isState: false,
  thresholds: { window_days: 90, least_sales: 6, seconds: 60, share_ppm: 300_000, times_norm: 3 },
  find: ({ sales }, { now, currency, thresholds: t }) => {
    const quick = (sale: SaleFact) => {
      const seconds = secondsOf(sale);
      return seconds !== null && seconds < (t['seconds'] ?? 0);
    };
    const known = sales.filter(
      (sale) => secondsOf(sale) !== null && agedDays(sale.at, now) <= (t['window_days'] ?? 0),
    );
    const quickAll = known.filter(quick).length;
    return byPartner(known).flatMap(([partnerId, own]) => {
      const caught = own.filter(quick);
      if (own.length < (t['least_sales'] ?? 0)) return [];
      const share = ppm(caught.length, own.length);
      // One is added to the others: of few nobody knows the norm.
      const norm = ppm(quickAll - caught.length + 1, known.length - own.length + 20);
      if (share < (t['share_ppm'] ?? 0) || share < norm * (t['times_norm'] ?? 0)) return [];
      return [
        {
          partnerId,
          severity: share >= 800_000 ? ('critical' as const) : ('serious' as const),
          measure: {
            code: 'seconds_to_sale',
            params: { share, part: caught.length, whole: own.length, norm, seconds: t['seconds'] ?? 0 },
          },
          rows: caught
            .toSorted((a, b) => (secondsOf(a) ?? 0) - (secondsOf(b) ?? 0))
            .slice(0, ROWS_MOST)
            .map((sale) => ({
              kind: 'sale' as const,
              subject: sale.saleId,
              says: { code: 'seconds', params: { seconds: secondsOf(sale) ?? 0 } },
              at: sale.at,
            })),
          atStakeMinor: unpaidOf(caught, currency),
        },
      ];
    });
  },
});

function secondsOf({ at, lastClickAt, firstClickAt }: SaleFact): number | null {
  // Somebody who had been there before may come back for the last step: only a first visit says something.
  if (!lastClickAt || !firstClickAt || lastClickAt.getTime() !== firstClickAt.getTime()) return null;
  return Math.max(0, Math.round((at.getTime() - lastClickAt.getTime()) / 1_000));
}
