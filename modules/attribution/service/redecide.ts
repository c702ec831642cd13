import { lockSales } from '@mosty/deals';
import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import { decide } from '../domain/engine/decide.ts';
import type { Facts, Ruling } from '../domain/engine/facts.ts';
import { samePart, saysTheSame } from '../domain/engine/same-decision.ts';
import { rights } from '../policy.ts';
import { insertDecisions, standingDecisions } from '../store/decisions.ts';
import { salesToDecideAgain } from '../store/facts.ts';
import {
  continueParts,
  deleteUncredited,
  insertParticipants,
  insertUncredited,
  standingParts,
  withdrawParts,
  type ParticipantRow,
  type StandingPart,
} from '../store/participants.ts';
import { currentPolicy } from '../store/policies.ts';
import { decisionRow, participantsOf, type Decided } from './attribute.ts';
import { gatherFacts } from './gather-facts.ts';
import { tellWays } from './ways-of-sales.ts';

export interface Redecide {
  readonly saleIds: readonly string[];
  readonly reason: string;
  /** What people have ruled of these sales; without it an earlier ruling stands. */
  readonly ruling?: Ruling | undefined;
}

/** A sale whose money is to follow: who takes no part any more, who newly does, or does in another measure. */
export interface Redecided {
  readonly saleId: string;
  readonly withdrawn: readonly string[];
  readonly changed: readonly string[];
}

/**
 * Decides the sales again by all that is known now. A new decision supersedes the old one where it says anything
 * else; where it says the same nothing is written, so it is safe to repeat. Sales are locked until the commit: refunds
 * and other re-decisions wait. Who goes on in the same agreement and role keeps the part, in its new measure.
 */
export async function redecideSales(tx: Tx, input: Redecide): Promise<Redecided[]> {
  permit(tx, rights, 'participant.decide');
  await lockSales(tx, input.saleIds);
  const rows = await salesToDecideAgain(tx, input.saleIds);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const standing = await standingDecisions(tx, ids);
  const parts = await standingParts(tx, ids);
  const policy = await currentPolicy(tx);
  const facts = await gatherFacts(tx, rows, (id) => input.ruling ?? standing.get(id)?.facts.ruling ?? null);
  const decided = rows
    .map(
      (row, place): Decided => ({
        row,
        facts: facts[place] as Facts,
        decision: decide(facts[place] as Facts, policy.body),
        decisionId: tx.ids.next('decision', row.occurredAt),
      }),
    )
    .map((one) => changeOf(one, parts.get(one.row.id) ?? [], participantsOf(tx, one, 'sale')))
    .filter((one) => one.moves || !saysTheSame(standing.get(one.row.id), one.decision));
  if (decided.length === 0) return [];
  await insertDecisions(
    tx,
    decided.map((one) => ({
      ...decisionRow(one, 'sale'),
      supersedes: standing.get(one.row.id)?.id ?? null,
    })),
    policy.number,
    input.reason,
  );
  await save(tx, decided);
  await tellWays(tx, decided);
  announce(tx, input, decided);
  return decided
    .filter((one) => one.moves)
    .map(({ row, gone, changed }) => ({ saleId: row.id, withdrawn: gone.map(({ id }) => id), changed }));
}

interface Change extends Decided {
  readonly gone: readonly StandingPart[];
  readonly goOn: readonly ParticipantRow[];
  readonly come: readonly ParticipantRow[];
  readonly changed: readonly string[];
  /** Money may move. */
  readonly moves: boolean;
}

function changeOf(one: Decided, before: readonly StandingPart[], after: readonly ParticipantRow[]): Change {
  const keyOf = (part: { agreementId: string; role: string }) => `${part.agreementId} ${part.role}`;
  const had = new Map(before.map((part) => [keyOf(part), part]));
  const stays = new Set(after.map(keyOf));
  const gone = before.filter((part) => !stays.has(keyOf(part)));
  const goOn = after.flatMap((part) => {
    const was = had.get(keyOf(part));
    return was ? [{ ...part, id: was.id }] : [];
  });
  const come = after.filter((part) => !had.has(keyOf(part)));
  const remeasured = goOn.filter((part) => !samePart(part, had.get(keyOf(part)) as StandingPart));
  const changed = [...come, ...remeasured].map(({ id }) => id);
  return { ...one, gone, goOn, come, changed, moves: gone.length + changed.length > 0 };
}

async function save(tx: Tx, decided: readonly Change[]): Promise<void> {
  await withdrawParts(
    tx,
    decided.flatMap(({ gone }) => gone.map(({ id }) => id)),
  );
  await continueParts(
    tx,
    decided.flatMap(({ goOn }) => goOn),
  );
  await insertParticipants(
    tx,
    decided.flatMap(({ come }) => come),
  );
  const uncredited = decided.flatMap(({ row, decision }) =>
    decision.kind === 'uncredited' ? [{ saleId: row.id, reason: decision.reason }] : [],
  );
  await insertUncredited(tx, uncredited);
  await deleteUncredited(
    tx,
    decided.filter(({ decision }) => decision.kind !== 'uncredited').map(({ row }) => row.id),
  );
}

function announce(tx: Tx, input: Redecide, decided: readonly Change[]): void {
  const saleIds = decided.map(({ row }) => row.id);
  tx.audit({
    verb: 'attribution.redecide_sales',
    subject: saleIds[0] as string,
    reason: input.reason,
    change: { count: saleIds.length, moved: decided.filter(({ moves }) => moves).length },
  });
  const days = [...new Set(decided.map(({ row }) => businessDateOf(row.occurredAt, tx.zone)))].sort();
  tx.emit({ type: 'sale.redecided', saleIds, days });
}
