import { byPartner, detector, ROWS_MOST } from '../detector.ts';

/**
 * Threat 13: a partner paid for its own purchases, or two names paid into one account. A client with the same telephone
 * is a reason to ask; the same tax number or account is more than that.
 */
export const selfReferral = detector({
  code: 'self_referral',
  reads: ['likeness'],
  isState: true,
  thresholds: { least_sales: 1 },
  find: ({ likeness }, { thresholds: t }) =>
    byPartner(likeness).flatMap(([partnerId, own]) => {
      const caught = own.filter(({ by, sales }) => by === 'account' || sales >= (t['least_sales'] ?? 0));
      if (caught.length === 0) return [];
      const isHard = caught.some(({ by }) => by === 'tax_number' || by === 'account');
      const subjects = new Set(caught.map(({ subject }) => subject));
      return [
        {
          partnerId,
          severity: isHard ? ('critical' as const) : ('serious' as const),
          measure: {
            code: 'self_referral',
            params: {
              count: subjects.size,
              sales: caught.reduce((sum, { sales }) => Math.max(sum, sales), 0),
            },
          },
          rows: caught.slice(0, ROWS_MOST).map(({ by, subject, sales }) => ({
            kind: by === 'account' ? ('partner' as const) : ('client' as const),
            subject,
            says: { code: `same_${by}`, params: { sales } },
            at: null,
          })),
          atStakeMinor: [...Map.groupBy(caught, ({ subject }) => subject).values()].reduce(
            (sum, [one]) => sum + (one?.unpaidMinor ?? 0n),
            0n,
          ),
        },
      ];
    }),
});
