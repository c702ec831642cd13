import { detector } from '../detector.ts';

/** S0.35: a working partner without an agreement, without anything to be measured by, or without a person to call. */
export const emptyEcosystem = detector({
  code: 'empty_ecosystem',
  reads: ['standing'],
  isState: true,
  thresholds: { serious_lacks: 2 },
  find: ({ standing }, { thresholds: t }) =>
    standing.flatMap(({ partnerId, hasAgreement, hasKpi, hasContact }) => {
      const lacks = [
        ...(hasAgreement ? [] : ['agreement']),
        ...(hasKpi ? [] : ['kpi']),
        ...(hasContact ? [] : ['contact']),
      ];
      if (lacks.length === 0) return [];
      return [
        {
          partnerId,
          severity: lacks.length >= (t['serious_lacks'] ?? 0) ? ('serious' as const) : ('watch' as const),
          measure: { code: 'empty_ecosystem', params: { count: lacks.length } },
          rows: lacks.map((lack) => ({
            kind: 'lack' as const,
            subject: lack,
            says: { code: `no_${lack}`, params: {} },
            at: null,
          })),
          atStakeMinor: 0n,
        },
      ];
    }),
});
