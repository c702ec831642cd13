import { agedDays, byPartner, detector, ROWS_MOST } from '../detector.ts';

/** S0.28: results shown as pictures that nobody could check. What another person verified is evidence like any other. */
export const screenshots = detector({
  code: 'screenshots',
  reads: ['shown'],
  isState: true,
  thresholds: { wait_days: 14, share_ppm: 500_000 },
  find: ({ shown }, { now, thresholds: t }) =>
    byPartner(shown).flatMap(([partnerId, own]) => {
      const caught = own.filter(
        ({ isScreenshot, isVerified, at }) =>
          isScreenshot && !isVerified && agedDays(at, now) >= (t['wait_days'] ?? 0),
      );
      if (caught.length === 0 || caught.length * 1_000_000 < own.length * (t['share_ppm'] ?? 0)) return [];
      return [
        {
          partnerId,
          severity: 'watch' as const,
          measure: { code: 'screenshots', params: { part: caught.length, whole: own.length } },
          rows: caught.slice(0, ROWS_MOST).map(({ id, at }) => ({
            kind: 'check' as const,
            subject: id,
            says: { code: 'unverified_picture', params: {} },
            at,
          })),
          atStakeMinor: 0n,
        },
      ];
    }),
});
