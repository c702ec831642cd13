export type { AccountKind, PartnerAccountKind } from './contract/accounts.ts';
export type { AccountName, BusinessKey, Posting, PostingEntry } from './domain/posting.ts';
export { rights as ledgerRights } from './policy.ts';
export { postTransactions, type Posted } from './service/post-transactions.ts';
export { openPeriodFor, openPeriods } from './service/open-periods.ts';
export { closePeriod } from './service/close-period.ts';
export { ledgerVerdict, type LedgerVerdict } from './service/ledger-verdict.ts';
export {
  balancesOf,
  movementsOf,
  type Balance,
  type BalanceFilter,
  type Movement,
} from './store/balances.ts';
export { readClosedThrough, readFirstPosted } from './store/periods.ts';
export { replayBalances } from './store/verdict.ts';
