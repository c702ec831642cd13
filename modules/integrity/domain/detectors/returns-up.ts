import { agedDays, byPartner, detector, ppm, ROWS_MOST, unpaidOf } from '../detector.ts';

/**
 * S0.37: buyers who were pushed give the money back. Refunds of the partner's sales against everybody else's, and only
 * sales old enough to have come back.
 */
export const returnsUp = detector({
  code: 'returns_up',
  reads: ['sales'],
  isState: false,
  thresholds: { window_days: 120, least_sales: 10, share_ppm: 100_000, times_norm: 3 },
  find: ({ sales }, { now, currency, thresholds: t }) => {
    const ripe = sales.filter(({ at }) => agedDays(at, now) <= (t['window_days'] ?? 0));
    const returnedAll = ripe.filter(({ refundedMinor }) => refundedMinor > 0n).length;
    return byPartner(ripe).flatMap(([partnerId, own]) => {
      if (own.length < (t['least_sales'] ?? 0)) return [];
      const caught = own.filter(({ refundedMinor }) => refundedMinor > 0n);
      const share = ppm(caught.length, own.length);
      const norm = ppm(returnedAll - caught.length + 1, ripe.length - own.length + 50);
      if (share < (t['share_ppm'] ?? 0) || share < norm * (t['times_norm'] ?? 0)) return [];
      return [
        {
          partnerId,
          severity: share >= 300_000 ? ('serious' as const) : ('watch' as const),
          measure: { code: 'returns_up', params: { share, part: caught.length, whole: own.length, norm } },
          rows: caught
            .toSorted((a, b) => Number(b.refundedMinor - a.refundedMinor))
            .slice(0, ROWS_MOST)
            .map((sale) => ({
              kind: 'sale' as const,
              subject: sale.saleId,
              says: {
                code: 'came_back',
                params: { returned: ppm(Number(sale.refundedMinor), Number(sale.amountMinor)) },
              },
              at: sale.at,
            })),
          atStakeMinor: unpaidOf(caught, currency),
        },
      ];
    });
  },
});
