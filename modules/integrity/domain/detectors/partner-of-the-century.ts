import type { MonthFact } from '../facts.ts';
import { byPartner, detector, ppm } from '../detector.ts';

const MONTH_DAYS = 30;

/**
 * S0.29: somebody new is «the partner of the century» every month. Who led a month and fell to half of it within sixty
 * days; who fell from the top before, and stayed in work, has a baseline of its own: the half-life must be shorter than
 * what it was.
 */
export const partnerOfTheCentury = detector({
  code: 'partner_of_the_century',
  reads: ['months'],
  isState: true,
  thresholds: { half_life_days: 60, lead_ppm: 250_000, months: 12 },
  find: ({ months }, { today, currency, thresholds: t }) => {
    // The month that runs is not over: everybody has fallen in it.
    const over = months.filter(
      ({ month, currency: one }) => month.slice(0, 7) < today.slice(0, 7) && one === currency,
    );
    const calendar = [...new Set(over.map(({ month }) => month))].toSorted().slice(-(t['months'] ?? 0));
    const whole = new Map(
      calendar.map((month) => [
        month,
        over.reduce((sum, one) => (one.month === month ? sum + one.paidMinor : sum), 0n),
      ]),
    );
    return byPartner(over).flatMap(([partnerId, own]) => {
      const fall = lastFall(own, calendar, whole, t['lead_ppm'] ?? 0);
      if (!fall || fall.months * MONTH_DAYS > (t['half_life_days'] ?? 0)) return [];
      return [
        {
          partnerId,
          severity: 'watch' as const,
          measure: {
            code: 'partner_of_the_century',
            params: { month: fall.peak.slice(0, 7), share: fall.share, days: fall.months * MONTH_DAYS },
          },
          rows: [fall.peak, fall.low].map((month) => ({
            kind: 'month' as const,
            subject: month.slice(0, 7),
            says: {
              code: 'month_share',
              params: { month: month.slice(0, 7), share: shareIn(own, month, whole) },
            },
            at: null,
          })),
          atStakeMinor: 0n,
        },
      ];
    });
  },
});

const paidIn = (own: readonly MonthFact[], month: string): bigint =>
  own.reduce((sum, one) => (one.month === month ? sum + one.paidMinor : sum), 0n);

const shareIn = (own: readonly MonthFact[], month: string, whole: ReadonlyMap<string, bigint>): number =>
  ppm(Number(paidIn(own, month)), Number(whole.get(month) ?? 0n));

/** The greatest month, if it led, and how many months later no more than half of it was left, till today. */
function lastFall(
  own: readonly MonthFact[],
  calendar: readonly string[],
  whole: ReadonlyMap<string, bigint>,
  lead: number,
): { peak: string; low: string; months: number; share: number } | null {
  const peak = calendar.toSorted((a, b) => Number(paidIn(own, b) - paidIn(own, a)))[0];
  if (peak === undefined) return null;
  const share = shareIn(own, peak, whole);
  const top = paidIn(own, peak);
  const after = calendar.slice(calendar.indexOf(peak) + 1);
  const fell = after.findIndex((month) => paidIn(own, month) * 2n <= top);
  const low = after[fell];
  if (share < lead || low === undefined || top === 0n) return null;
  // A quiet month is not a fall: it never came back.
  if (after.slice(fell).some((month) => paidIn(own, month) * 2n > top)) return null;
  return { peak, low, months: fell + 1, share };
}
