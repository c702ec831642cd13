import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { decide } from '../domain/engine/decide.ts';
import type { Decision } from '../domain/engine/decision.ts';
import type { Facts } from '../domain/engine/facts.ts';
import { rights } from '../policy.ts';
import { insertDecisions, type DecisionRow } from '../store/decisions.ts';
import { creditsToDecide, salesToDecide, type FactRow } from '../store/facts.ts';
import {
  deleteUncredited,
  insertParticipants,
  insertUncredited,
  type ParticipantRow,
} from '../store/participants.ts';
import { currentPolicy } from '../store/policies.ts';
import { gatherFacts, partnersIn } from './gather-facts.ts';
import { tellWays } from './ways-of-sales.ts';

export interface Attributed {
  readonly credited: number;
  readonly uncredited: number;
  readonly direct: number;
}

/**
 * Decides who brought each of the sales and writes it down with its reason. Set-based, and safe to repeat: a sale
 * that has a source already keeps it.
 */
export function attributeSales(ctx: Context, input: { saleIds: readonly string[] }): Promise<Attributed> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'participant.decide');
    const decided = await decideAll(tx, await salesToDecide(tx, input.saleIds), 'sale');
    if (decided.length > 0) await tellWays(tx, decided);
    const uncredited = decided.flatMap(({ row, decision }) =>
      decision.kind === 'uncredited' ? [{ saleId: row.id, reason: decision.reason }] : [],
    );
    await insertUncredited(tx, uncredited);
    const credited = decided.filter(({ decision }) => decision.kind === 'credited').map(({ row }) => row.id);
    await deleteUncredited(tx, credited);
    return {
      credited: credited.length,
      uncredited: uncredited.length,
      direct: decided.length - credited.length - uncredited.length,
    };
  });
}

/** The same for credits to a client that name no sale: the client's keeper answers for them. */
export function attributeRefunds(ctx: Context, input: { refundIds: readonly string[] }): Promise<Attributed> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'participant.decide');
    const decided = await decideAll(tx, await creditsToDecide(tx, input.refundIds), 'refund');
    const credited = decided.filter(({ decision }) => decision.kind === 'credited').length;
    return { credited, uncredited: 0, direct: decided.length - credited };
  });
}

export interface Decided {
  readonly row: FactRow;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly decisionId: Id<'decision'>;
}

async function decideAll(tx: Tx, rows: readonly FactRow[], subject: 'sale' | 'refund'): Promise<Decided[]> {
  if (rows.length === 0) return [];
  const policy = await currentPolicy(tx);
  const gathered = await gatherFacts(tx, rows);
  const decided = rows.map((row, place): Decided => {
    const facts = gathered[place] as Facts;
    const decision = decide(facts, policy.body);
    return { row, facts, decision, decisionId: tx.ids.next('decision', row.occurredAt) };
  });
  await insertDecisions(
    tx,
    decided.filter(isWorthKeeping).map((one) => decisionRow(one, subject)),
    policy.number,
  );
  await insertParticipants(
    tx,
    decided.flatMap((one) => participantsOf(tx, one, subject)),
  );
  return decided;
}

/** A direct sale that nobody had anything to show for has nothing to explain. */
const isWorthKeeping = ({ decision }: Decided) => decision.kind !== 'direct' || decision.lost.length > 0;

export function decisionRow(
  { row, facts, decision, decisionId }: Decided,
  subject: 'sale' | 'refund',
): DecisionRow {
  return {
    id: decisionId,
    ...subjectOf(row, subject),
    kind: decision.kind,
    rule: decision.kind === 'direct' ? null : decision.rule,
    facts,
    steps: decision.steps,
    lost: decision.lost,
    partnerIds: partnersIn(facts),
  };
}

const subjectOf = (row: FactRow, subject: 'sale' | 'refund') => ({
  saleId: subject === 'sale' ? row.id : null,
  refundId: subject === 'refund' ? row.id : null,
});

export function participantsOf(
  tx: Tx,
  { row, decision, decisionId }: Decided,
  subject: 'sale' | 'refund',
): ParticipantRow[] {
  if (decision.kind !== 'credited') return [];
  return decision.participants.map(
    ({ partnerId, agreement, role, leads, sharePpm, capMinor, dealId, reason }) => ({
      id: tx.ids.next('participant', row.occurredAt),
      ...subjectOf(row, subject),
      partnerId,
      agreementId: agreement.id,
      class: agreement.class,
      kind: agreement.kind,
      role,
      leads,
      sharePpm: Number(sharePpm),
      capMinor: capMinor === null ? null : Number(capMinor),
      dealId,
      rule: decision.rule,
      reason,
      decisionId,
    }),
  );
}
