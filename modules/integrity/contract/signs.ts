/** Signs that figures show; each is one file under `domain/detectors`. */
export const DETECTORS = [
  'coupon_after_cart',
  'seconds_to_sale',
  'click_flood',
  'machine_clicks',
  'last_click_jump',
  'code_leak',
  'dumping_in_season',
  'returns_up',
  'self_referral',
  'brand_in_name',
  'giveaway_audience',
  'empty_ecosystem',
  'partner_of_the_century',
  'exclusivity',
  'screenshots',
  'noise',
] as const;
export type DetectorCode = (typeof DETECTORS)[number];

/** Signs that people see and figures do not. A partner that speaks of a competitor is none of them (S1.68). */
export const BY_HAND = [
  'brand_bidding',
  'grey_traffic',
  'false_promises',
  'unregistered_ad',
  'spam',
  'conduct',
] as const;
export type ByHand = (typeof BY_HAND)[number];

export const SIGNS = [...DETECTORS, ...BY_HAND] as const;
export type Sign = (typeof SIGNS)[number];

/** watch: look · serious: the partner is reviewed · critical: today. Trust is capped by the worst that stands. */
export const SEVERITIES = ['watch', 'serious', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** lifted: explained · closed: it was so, and the fix is verified (S0.65). */
export const FLAG_STATES = ['open', 'asked', 'held', 'lifted', 'incident', 'closed'] as const;
export type FlagState = (typeof FLAG_STATES)[number];

/** The ten rules of the code of honour (S0.57–S0.66). */
export const HONOUR_RULES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export type HonourRule = (typeof HONOUR_RULES)[number];

/** The rule that each sign most often breaks: offered, never written down by itself. */
export const RULE_OF: Readonly<Record<Sign, HonourRule>> = {
  coupon_after_cart: 7,
  seconds_to_sale: 7,
  click_flood: 7,
  machine_clicks: 7,
  last_click_jump: 7,
  code_leak: 7,
  dumping_in_season: 8,
  returns_up: 3,
  self_referral: 1,
  brand_in_name: 7,
  giveaway_audience: 2,
  empty_ecosystem: 6,
  partner_of_the_century: 3,
  exclusivity: 4,
  screenshots: 1,
  noise: 3,
  brand_bidding: 7,
  grey_traffic: 7,
  false_promises: 1,
  unregistered_ad: 7,
  spam: 7,
  conduct: 9,
};

/** What nobody's figures tell and ours answer of a partner (S0.27, S0.31, S0.32). The first answer is the harmless one. */
export const QUESTIONS = {
  topic_spread: ['one_topic', 'near_topics', 'everything'],
  exclusivity: ['not_asked', 'asked_gives', 'asked_gives_nothing'],
  brand_bidding: ['not_seen', 'seen'],
} as const;
export type Question = keyof typeof QUESTIONS;
export const QUESTION_CODES = Object.keys(QUESTIONS) as readonly Question[];
/** An answer is asked for anew after so many days. */
export const ANSWER_HOLDS_DAYS = 180;

const SHARES = new Set(['share', 'usual', 'norm', 'paid', 'floor', 'lowest', 'returned']);
const COUNTS_OF = new Set(['click_flood', 'code_leak']);

/** Whether a figure of a finding is a share in parts per million; «usually» is one everywhere but where uses are counted. */
export const isShareOf = (code: string, name: string): boolean =>
  SHARES.has(name) && !(name === 'usual' && COUNTS_OF.has(code));
