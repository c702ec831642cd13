import type { Tx } from '@mosty/kernel/context';
import { firstStage } from '../domain/stages.ts';
import { lastNumber, type DealRecord } from '../store/deals.ts';
import { stagesOf } from './stages.ts';

type Given = Pick<DealRecord, 'title' | 'channel' | 'registration'> & Partial<DealRecord>;

/** A deal that nothing happened to yet. Its number is given under `holdRegistrations`. */
export async function newDeal(tx: Tx, given: Given): Promise<DealRecord> {
  const stage = firstStage(await stagesOf(tx));
  return {
    id: tx.id('deal'),
    number: (await lastNumber(tx)) + 1,
    ...BLANK,
    currency: tx.currency,
    stage,
    openStage: stage,
    movedAt: tx.now(),
    createdAt: tx.now(),
    createdBy: tx.actor.id,
    ...given,
  };
}

export const BLANK = {
  clientId: null,
  kind: 'new',
  expandsDealId: null,
  partnerId: null,
  agreementId: null,
  namedRegistrant: null,
  source: null,
  externalId: null,
  registeredAt: null,
  answerDueAt: null,
  decidedAt: null,
  decidedBy: null,
  decisionReason: null,
  protectedUntil: null,
  extendedTimes: 0,
  yieldsToDealId: null,
  doubt: null,
  handoverBasis: null,
  clientConfirmedAt: null,
  amountMinor: null,
  nextStep: null,
  nextStepOn: null,
  expectedOn: null,
  closedAt: null,
  outcome: null,
  lostReason: null,
  ownerMemberId: null,
} as const satisfies Partial<DealRecord>;
