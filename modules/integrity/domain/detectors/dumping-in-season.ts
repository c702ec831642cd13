import type { Season } from '../facts.ts';
import { agedDays, byPartner, detector, ppm, ROWS_MOST, unpaidOf } from '../detector.ts';

/** S0.34: below the price floor at the height of a season, by what was paid and not by what the code says. */
export const dumpingInSeason = detector({
  code: 'dumping_in_season',
  reads: ['sales'],
  isState: false,
  thresholds: { window_days: 90, least_sales: 3 },
  find: ({ sales }, { now, currency, seasons, thresholds: t }) =>
    byPartner(sales).flatMap(([partnerId, own]) => {
      const caught = own.flatMap((sale) => {
        const season = seasonOf(seasons, sale.at);
        if (!season || sale.listMinor === null || sale.listMinor <= 0n) return [];
        if (agedDays(sale.at, now) > (t['window_days'] ?? 0)) return [];
        const paid = ppm(Number(sale.amountMinor), Number(sale.listMinor));
        return paid < season.floorPpm ? [{ sale, paid, floor: season.floorPpm }] : [];
      });
      const first = caught[0];
      if (!first || caught.length < (t['least_sales'] ?? 0)) return [];
      const lowest = Math.min(...caught.map(({ paid }) => paid));
      return [
        {
          partnerId,
          severity: lowest < first.floor * 0.8 ? ('critical' as const) : ('serious' as const),
          measure: {
            code: 'dumping_in_season',
            params: { count: caught.length, lowest, floor: first.floor },
          },
          rows: caught
            .toSorted((a, b) => a.paid - b.paid)
            .slice(0, ROWS_MOST)
            .map(({ sale, paid, floor }) => ({
              kind: 'sale' as const,
              subject: sale.saleId,
              says: { code: 'below_floor', params: { paid, floor } },
              at: sale.at,
            })),
          atStakeMinor: unpaidOf(
            caught.map(({ sale }) => sale),
            currency,
          ),
        },
      ];
    }),
});

export function seasonOf(seasons: readonly Season[], at: Date): Season | undefined {
  const day = at.toISOString().slice(5, 10);
  return seasons.find(({ from, to }) => (from <= to ? from <= day && day <= to : day >= from || day <= to));
}
