import { defineEvidence } from '@mosty/lifecycle';
import { passesAt } from '../domain/enough-trust.ts';
import { scoresOf } from './count-scores.ts';

/** S0.17: what is not trusted is not scaled. Counted this moment, not last night. */
defineEvidence('trust_enough', async (tx, { partnerId }) => {
  const scores = (await scoresOf(tx, [partnerId])).get(partnerId);
  const to = `/partners/${partnerId}/scores`;
  if (!scores)
    return {
      met: false,
      rows: [],
      missing: [{ code: 'scores.trust_unknown', params: {}, roles: ['manager', 'head', 'owner'], to }],
    };
  const { trust, evidenceN, isEnough } = scores.trust;
  const verdict = passesAt(scores.trust);
  const params = { trust, rows: evidenceN };
  if (verdict === 'no')
    return {
      met: false,
      rows: [],
      missing: [
        {
          code: isEnough ? 'scores.trust_low' : 'scores.trust_little',
          params,
          roles: ['manager', 'head', 'owner'],
          to,
        },
      ],
    };
  return {
    met: true,
    rows: [{ code: verdict === 'whole' ? 'scores.trust_enough' : 'scores.trust_with_limits', params }],
    missing: [],
  };
});
