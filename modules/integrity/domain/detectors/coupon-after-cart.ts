import type { SaleFact } from '../facts.ts';
import { aboveBaseline, agedDays, byPartner, detector, ppm, ROWS_MOST, unpaidOf } from '../detector.ts';

const MINUTE_MS = 60_000;

/**
 * S0.33: the code of somebody who was already buying. Told by the shop's own «began to pay» event, or by the way: the
 * client came by others and saw this partner within the last hour. Without a click nobody can say where the code was
 * heard – a podcast is not a coupon site – and such sales are not counted at all.
 */
export const couponAfterCart = detector({
  code: 'coupon_after_cart',
  reads: ['sales'],
  isState: false,
  thresholds: {
    window_days: 90,
    baseline_days: 56,
    least_sales: 8,
    search_minutes: 60,
    share_ppm: 500_000,
    rise_ppm: 250_000,
    jump_sigmas: 3,
  },
  find: ({ sales }, { now, currency, thresholds: t }) =>
    byPartner(sales).flatMap(([partnerId, own]) => {
      // A first visit so shortly before the payment of somebody who came by another way is a search for a coupon.
      const atCart = (sale: SaleFact) => wasAtCart(sale, t['search_minutes'] ?? 0);
      const known = own.filter((sale) => atCart(sale) !== null);
      const window = t['window_days'] ?? 0;
      const recent = known.filter((sale) => agedDays(sale.at, now) <= window);
      const past = known.filter(
        ({ at }) => agedDays(at, now) > window && agedDays(at, now) <= window + (t['baseline_days'] ?? 0),
      );
      const caught = recent.filter(atCart);
      if (recent.length < (t['least_sales'] ?? 0)) return [];
      const share = ppm(caught.length, recent.length);
      const before = { part: past.filter(atCart).length, whole: past.length };
      const usual = ppm(before.part, before.whole);
      const isHigh = share >= (t['share_ppm'] ?? 0);
      const sigmas = aboveBaseline({ part: caught.length, whole: recent.length }, before);
      const hasJumped =
        before.whole >= (t['least_sales'] ?? 0) &&
        share - usual >= (t['rise_ppm'] ?? 0) &&
        sigmas >= (t['jump_sigmas'] ?? 0);
      if (!isHigh && !hasJumped) return [];
      return [
        {
          partnerId,
          severity: isHigh ? ('serious' as const) : ('watch' as const),
          measure: {
            code: before.whole > 0 ? 'coupon_after_cart' : 'coupon_after_cart_new',
            params: { share, part: caught.length, whole: recent.length, usual, days: window },
          },
          rows: caught
            .toSorted((a, b) => b.at.getTime() - a.at.getTime())
            .slice(0, ROWS_MOST)
            .map((sale) => ({
              kind: 'sale' as const,
              subject: sale.saleId,
              says: {
                code: sale.checkoutAt ? 'after_cart' : 'found_late',
                params: { minutes: minutesBefore(sale) },
              },
              at: sale.at,
            })),
          atStakeMinor: unpaidOf(caught, currency),
        },
      ];
    }),
});

const minutesBefore = ({ at, firstClickAt }: SaleFact): number =>
  firstClickAt ? Math.max(0, Math.round((at.getTime() - firstClickAt.getTime()) / MINUTE_MS)) : 0;

/** Null: nobody can say. */
function wasAtCart(sale: SaleFact, searchMinutes: number): boolean | null {
  const { firstClickAt, checkoutAt, othersClickAt } = sale;
  // A payment of next month was decided with the first one: it says nothing of where the buyer was caught.
  if (!firstClickAt || (!sale.isFirst && sale.codeId === null)) return null;
  if (checkoutAt) return firstClickAt > checkoutAt;
  return (
    minutesBefore(sale) <= searchMinutes &&
    ((othersClickAt !== null && othersClickAt < firstClickAt) || (sale.codeId !== null && !sale.isFirst))
  );
}
