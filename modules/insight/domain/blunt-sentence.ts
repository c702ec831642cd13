import { betweenMarks } from './blunt/between-marks.ts';
import { contactsCalledPartners } from './blunt/contacts-called-partners.ts';
import { costsMoreThanItBrings } from './blunt/costs-more-than-it-brings.ts';
import { deadNetwork } from './blunt/dead-network.ts';
import { falling } from './blunt/falling.ts';
import { fewAcquaintances } from './blunt/few-acquaintances.ts';
import { fewerSell } from './blunt/fewer-sell.ts';
import { logosOnly } from './blunt/logos-only.ts';
import { mature } from './blunt/mature.ts';
import { noPartners } from './blunt/no-partners.ts';
import { noSales } from './blunt/no-sales.ts';
import { notEmbedded } from './blunt/not-embedded.ts';
import { onePartnerHoldsIt } from './blunt/one-partner-holds-it.ts';
import { partnersWithoutMoney } from './blunt/partners-without-money.ts';
import { refundsEatIt } from './blunt/refunds-eat-it.ts';
import type { BluntRule, ChannelFacts, Params, Tone } from './blunt/rule.ts';
import { wordOfMouth } from './blunt/word-of-mouth.ts';

/**
 * In the order they are said: the first that holds is the heading of the owner's page. What is unpleasant stands
 * before what is flattering, on purpose. Exactly one of the last three of the share rules can hold.
 */
export const BLUNT_RULES: readonly BluntRule[] = [
  noSales,
  noPartners,
  partnersWithoutMoney,
  wordOfMouth,
  costsMoreThanItBrings,
  fewAcquaintances,
  onePartnerHoldsIt,
  deadNetwork,
  refundsEatIt,
  falling,
  notEmbedded,
  betweenMarks,
  mature,
  fewerSell,
  logosOnly,
  contactsCalledPartners,
];

export interface Sentence {
  readonly code: string;
  readonly tone: Tone;
  readonly params: Params;
}

/** Everything that holds, the heading first. Never empty: some rule about the share or the lack of sales always holds. */
export function bluntSentences(facts: ChannelFacts): readonly [Sentence, ...Sentence[]] {
  const said = BLUNT_RULES.flatMap((rule) => {
    const params = rule.when(facts);
    return params === null ? [] : [{ code: rule.code, tone: rule.tone, params }];
  });
  const silenced = said[0]?.code === 'no_sales' ? said.slice(0, 1) : said;
  const [first, ...others] = silenced;
  // Refunds alone in the window: money went out and none came in, so no share can be taken.
  if (!first) return [{ code: 'only_refunds', tone: 'bad', params: {} }];
  return [first, ...others];
}
