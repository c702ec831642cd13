/** What a receiver may be told of. The names are a promise: one once given is never given another meaning. */
export const PUBLIC_EVENTS = [
  'lead.created',
  'sale.created',
  'sale.refunded',
  'deal.registered',
  'deal.approved',
  'deal.conflicted',
  'deal.expired',
  'deal.won',
  'deal.lost',
  'claim.opened',
  'claim.resolved',
  'accrual.created',
  'accrual.approved',
  'accrual.held',
  'accrual.released',
  'accrual.paid',
  'payout.created',
  'payout.paid',
  'payout.failed',
  'agreement.accepted',
  'partner.enrolled',
  'partner.left',
] as const;
export type PublicEvent = (typeof PUBLIC_EVENTS)[number];

/** Sent by hand to see whether an address answers; nobody chooses it. */
export const TEST_EVENT = 'webhook.test';
