export type { AccountKind, PartnerAccountKind, PayableKind } from './contract.ts';
export type { AccountName, BusinessKey, Posting, PostingEntry } from './domain/posting.ts';
export { postTransactions, type Posted } from './service/post-transactions.ts';
