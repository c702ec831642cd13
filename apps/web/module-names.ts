/** The modules of the product, in the order of the arrows. The web app and its words are composed of them. */
export const MODULES = [
  'identity',
  'directory',
  'lifecycle',
  'feedback',
  'recruiting',
  'onboarding',
  'framework',
  'exits',
  'webhooks',
  'agreements',
  'tracking',
  'deals',
  'scenarios',
  'attribution',
  'incentives',
  'ledger',
  'payouts',
  'portal',
  'insight',
  'integrations',
] as const;

export type ModuleName = (typeof MODULES)[number];
