import { detector } from '../detector.ts';

/** S0.31: somebody wants to be the only one and brings nothing for it. Nobody's figures tell; ours answer it. */
export const exclusivity = detector({
  code: 'exclusivity',
  reads: ['answers'],
  isState: true,
  thresholds: {},
  find: ({ answers }) =>
    answers
      .filter(({ question, answer }) => question === 'exclusivity' && answer === 'asked_gives_nothing')
      .map(({ partnerId, at }) => ({
        partnerId,
        severity: 'serious' as const,
        measure: { code: 'exclusivity', params: {} },
        rows: [
          {
            kind: 'answer' as const,
            subject: 'exclusivity',
            says: { code: 'answered', params: { question: 'exclusivity', answer: 'asked_gives_nothing' } },
            at,
          },
        ],
        atStakeMinor: 0n,
      })),
});
