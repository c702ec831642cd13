import { createHash } from 'node:crypto';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { monthOf, type BusinessDate } from '@mosty/kernel/time';
import { accrue, type World } from '../domain/accrue.ts';
import { compareWithRules, entryFor, type Recalculated } from '../domain/recalculate.ts';
import { rights } from '../policy.ts';
import { lockAccrualsOfSales } from '../store/accruals.ts';
import { partsOfSales } from '../store/participations.ts';
import { salesOfAgreement } from '../store/sales-of-agreement.ts';
import { clawBackSales } from './claw-back-sales.ts';
import { record } from './record.ts';
import { dealsOfParts, loadWorld } from './world.ts';

export const RECALCULATED_AT_ONCE = 5_000;

export interface Recalculate {
  readonly agreementId: Id<'agreement'>;
  /** Days of the sales: half-open. */
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

export interface RecalculationShown {
  readonly sales: number;
  readonly differences: readonly Omit<Recalculated, 'stored' | 'priced' | 'corrections'>[];
  /** Stands for exactly these differences; posting them asks for it. */
  readonly digest: string;
}

/**
 * What the sales of an agreement would earn by today's rules, as if they were priced last, against what they earned.
 * Nothing is changed. @throws incentives.too_many_sales
 */
export function previewRecalculation(ctx: Context, input: Recalculate): Promise<RecalculationShown> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.correct');
    const { saleIds, found } = await compare(tx, input);
    return shown(saleIds, found);
  });
}

/**
 * Posts the differences that were shown, each as a linked entry with reason and author; refunds take their share.
 * @throws incentives.recalculation_changed when they are not the ones that were shown, incentives.no_difference
 */
export function recalculate(
  ctx: Context,
  input: Recalculate & { readonly digest: string; readonly reason: string },
): Promise<RecalculationShown> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.correct');
    const { saleIds, found, world } = await compare(tx, input);
    const answer = shown(saleIds, found);
    if (answer.digest !== input.digest) refuse('conflict', 'incentives.recalculation_changed');
    if (found.length === 0) refuse('invalid', 'incentives.no_difference');
    const why = { author: tx.actor.id, reason: input.reason };
    await record(
      tx,
      found.flatMap((one) => entryFor(one, why, world) ?? []),
    );
    await clawBackSales(tx, saleIds);
    tx.audit({
      verb: 'incentives.recalculate',
      subject: input.agreementId,
      reason: input.reason,
      change: { from: input.from, to: input.to, differences: found.length, digest: answer.digest },
    });
    return answer;
  });
}

async function compare(
  tx: Tx,
  input: Recalculate,
): Promise<{ saleIds: Id<'sale'>[]; found: Recalculated[]; world: World }> {
  const saleIds = await salesOfAgreement(tx, input, RECALCULATED_AT_ONCE + 1);
  if (saleIds.length > RECALCULATED_AT_ONCE)
    refuse('limit', 'incentives.too_many_sales', { most: RECALCULATED_AT_ONCE });
  const isOurs = (row: { agreementId: string }) => row.agreementId === input.agreementId;
  const parts = (await partsOfSales(tx, saleIds)).filter(isOurs);
  const world = { ...(await loadWorld(tx, parts)), deals: await dealsOfParts(tx, parts, parts) };
  const stored = (await lockAccrualsOfSales(tx, saleIds)).filter(isOurs);
  for (const row of stored.filter((one) => one.refundId === null)) {
    world.tallies.add({
      agreementId: row.agreementId,
      role: row.role,
      currency: row.currency,
      month: monthOf(world.dayOf(row.effectiveAt)),
      micro: -row.tallyMicro,
      count: -BigInt(row.tallyCount),
      minor: -row.amountMinor,
    });
  }
  return { saleIds, found: compareWithRules(stored, accrue(parts, world)), world };
}

function shown(saleIds: readonly string[], found: readonly Recalculated[]): RecalculationShown {
  const differences = found.map(({ subject, kind, currency, wasMinor, becomesMinor }) => ({
    subject,
    kind,
    currency,
    wasMinor,
    becomesMinor,
  }));
  const text = differences
    .map(
      (one) =>
        `${one.subject.saleId} ${one.subject.participantId} ${one.kind} ${one.wasMinor} ${one.becomesMinor}`,
    )
    .join('\n');
  return { sales: saleIds.length, differences, digest: createHash('sha256').update(text).digest('hex') };
}
