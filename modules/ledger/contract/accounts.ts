/** What an account holds. Payables grow by credit, so what we owe stands there with a minus. */
export const ACCOUNT_KINDS = [
  'partner_pending',
  'partner_on_hold',
  'partner_available',
  'clawback_receivable',
  'commission_expense',
  'fee_expense',
  'payout_clearing',
  'bank',
  'fx_difference',
  'write_off',
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Accounts that belong to one partner each; the others are the company's own. */
export const PARTNER_ACCOUNT_KINDS = [
  'partner_pending',
  'partner_on_hold',
  'partner_available',
  'clawback_receivable',
  'payout_clearing',
] as const;
export type PartnerAccountKind = (typeof PARTNER_ACCOUNT_KINDS)[number];

export function isPartnerAccount(kind: AccountKind): kind is PartnerAccountKind {
  return (PARTNER_ACCOUNT_KINDS as readonly AccountKind[]).includes(kind);
}
