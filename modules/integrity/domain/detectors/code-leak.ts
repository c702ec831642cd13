import { agedDays, byPartner, detector, ROWS_MOST, unpaidOf } from '../detector.ts';

/**
 * Threat 17: a code meant for the partner's own people turns up in catalogues of coupons. Its uses of two weeks against
 * its own eight weeks before, of buyers who never clicked the partner's links.
 */
export const codeLeak = detector({
  code: 'code_leak',
  reads: ['sales'],
  isState: false,
  thresholds: { window_days: 14, baseline_days: 56, least_sales: 12, times_usual: 4 },
  find: ({ sales }, { now, currency, thresholds: t }) =>
    byPartner(sales).flatMap(([partnerId, own]) =>
      [...Map.groupBy(own, ({ codeId }) => codeId)].flatMap(([codeId, uses]) => {
        if (codeId === null) return [];
        const blind = uses.filter(({ firstClickAt }) => firstClickAt === null);
        const window = t['window_days'] ?? 0;
        const baseline = t['baseline_days'] ?? 0;
        const recent = blind.filter(({ at }) => agedDays(at, now) <= window);
        const past = blind.filter(
          ({ at }) => agedDays(at, now) > window && agedDays(at, now) <= window + baseline,
        );
        // A code of less than eight weeks has no past to be compared with.
        const isOld = uses.some(({ at }) => agedDays(at, now) >= baseline);
        const usual = (past.length / baseline) * window;
        if (!isOld || recent.length < (t['least_sales'] ?? 0)) return [];
        if (recent.length < usual * (t['times_usual'] ?? 0)) return [];
        return [
          {
            partnerId,
            severity: 'watch' as const,
            measure: {
              code: 'code_leak',
              params: { count: recent.length, usual: Math.round(usual), days: window },
            },
            rows: [
              {
                kind: 'code' as const,
                subject: codeId,
                says: { code: 'leaked', params: { count: recent.length } },
                at: null,
              },
              ...recent.slice(0, ROWS_MOST).map((sale) => ({
                kind: 'sale' as const,
                subject: sale.saleId,
                says: { code: 'by_code_without_visit', params: {} },
                at: sale.at,
              })),
            ],
            atStakeMinor: unpaidOf(recent, currency),
          },
        ];
      }),
    ),
});
