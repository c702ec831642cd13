import './service/trust-evidence.ts';

export { rights as scoresRights } from './policy.ts';
export { scoresReactions } from './reactions.ts';
export { defineAudienceFit } from './service/audience-fit.ts';
export { scoreEverybody, scoreNightly, scoresOf, scorePartners } from './service/count-scores.ts';
export { estimateAlive, estimateAliveDaily } from './service/estimate-alive.ts';
export { addScoreEvidence, verifyScoreEvidence } from './service/evidence.ts';
export { answerOutcome, askOutcomes, askWhetherBetter, outcomesToAsk } from './service/outcomes.ts';
