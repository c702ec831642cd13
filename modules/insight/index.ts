import { refreshWhenFactsChange } from './reactions/refresh-when-facts-change.ts';

export { rights as channelRights } from './policy/channel.ts';
export { rights as dealBookRights } from './policy/deal-book.ts';
export { rights as reputationRights } from './policy/reputation.ts';
export { rebuildRollups, refreshRollups } from './service/refresh-rollups.ts';
export { readClientWorth } from './service/client-worth/read-client-worth.ts';
export { readReputation } from './service/reputation/read-reputation.ts';
export { readFirstSteps } from './service/read-first-steps.ts';
export { readChannel } from './service/read-channel.ts';
export { readShareLine } from './service/read-share-line.ts';
export { openNumber } from './service/open-number.ts';
export { readPartnerEconomics } from './service/read-partner-economics.ts';
export { readPartnerFigures } from './service/read-partner-figures.ts';

export const insightReactions = [refreshWhenFactsChange];
export { exportDealBook } from './service/export-deals.ts';
