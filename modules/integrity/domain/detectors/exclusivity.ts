import { detector } from '../detector.ts';

/**
 * S0.31: somebody wants to be the only one and brings nothing for it. Nobody's figures tell; ours answer it. What is
 * written into an accepted agreement with its price and its last day is no demand any more (S1.67).
 */
export const exclusivity = detector({
  code: 'exclusivity',
  reads: ['answers', 'exclusive'],
  isState: true,
  thresholds: {},
  find: ({ answers, exclusive }) =>
    answers
      .filter(
        ({ partnerId, question, answer }) =>
          question === 'exclusivity' &&
          answer === 'asked_gives_nothing' &&
          !exclusive.some((written) => written.partnerId === partnerId),
      )
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
