import { agedDays, byPartner, detector, ppm, ROWS_MOST, unpaidOf } from '../detector.ts';

/**
 * S0.27: an audience about everything that grows by giveaways buys by coupons only. The share of new buyers with a code
 * is measured; what the audience is about nobody's figures tell, so ours answer it. Without the answer it is a question.
 */
export const giveawayAudience = detector({
  code: 'giveaway_audience',
  reads: ['sales', 'answers'],
  isState: false,
  thresholds: { window_days: 90, least_sales: 10, share_ppm: 800_000 },
  find: ({ sales, answers }, { now, currency, thresholds: t }) => {
    const spread = new Map(
      answers
        .filter(({ question }) => question === 'topic_spread')
        .map(({ partnerId, answer }) => [partnerId, answer]),
    );
    const recent = sales.filter(({ at, isFirst }) => isFirst && agedDays(at, now) <= (t['window_days'] ?? 0));
    return byPartner(recent).flatMap(([partnerId, own]) => {
      const caught = own.filter(({ codeId }) => codeId !== null);
      const share = ppm(caught.length, own.length);
      const answer = spread.get(partnerId);
      if (own.length < (t['least_sales'] ?? 0) || share < (t['share_ppm'] ?? 0)) return [];
      if (answer === 'one_topic' || answer === 'near_topics') return [];
      const isToxic = answer === 'everything';
      const asked = {
        kind: 'answer' as const,
        subject: 'topic_spread',
        says: { code: 'not_answered', params: { question: 'topic_spread' } },
        at: null,
      };
      return [
        {
          partnerId,
          severity: isToxic ? ('serious' as const) : ('watch' as const),
          measure: {
            code: isToxic ? 'giveaway_audience' : 'giveaway_audience_unanswered',
            params: { share, part: caught.length, whole: own.length },
          },
          rows: [
            ...(isToxic ? [] : [asked]),
            ...caught.slice(0, ROWS_MOST).map((sale) => ({
              kind: 'sale' as const,
              subject: sale.saleId,
              says: { code: 'by_code', params: {} },
              at: sale.at,
            })),
          ],
          atStakeMinor: isToxic ? unpaidOf(caught, currency) : 0n,
        },
      ];
    });
  },
});
