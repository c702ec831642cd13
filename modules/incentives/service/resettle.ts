import { redecideSales, type Redecide, type Redecided } from '@mosty/attribution';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { monthOf } from '@mosty/kernel/time';
import type { StoredAccrual } from '../domain/accrual.ts';
import { accrue, paidAs, type Participation, type World } from '../domain/accrue.ts';
import { isOpen } from '../domain/life.ts';
import { compareWithRules, entryFor } from '../domain/recalculate.ts';
import { isVersion, looksBack } from '../domain/scheme-book.ts';
import { notTakenBack, reverse, type Why } from '../domain/take-back.ts';
import { rights } from '../policy.ts';
import { lockAccrualsOfSales } from '../store/accruals.ts';
import { markReversed } from '../store/life.ts';
import { partsOfSales } from '../store/participations.ts';
import type { Accrued } from './accrue-sales.ts';
import { clawBackSales } from './claw-back-sales.ts';
import { record, totals, type Recorded } from './record.ts';
import { dealsOfParts, loadWorld } from './world.ts';

export interface Resettled extends Accrued {
  /** Sales whose participants changed. */
  readonly saleIds: readonly string[];
}

/**
 * Decides the sales again and lets the money follow, in one transaction: what was accrued for those who take no part
 * any more is taken back by linked entries, those who newly do are accrued, others get the difference, and refunds
 * take their share of all of it. What was paid stays paid: its difference is carried and entered in the open month.
 * Safe to repeat, and beside refunds: the sales are locked until the commit.
 */
export function resettleSales(ctx: Context, input: Redecide): Promise<Resettled> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.record');
    const changes = await redecideSales(tx, input);
    if (changes.length === 0) return { saleIds: [], accruals: 0, totals: [] };
    const recorded = await follow(tx, changes, { author: tx.actor.id, reason: input.reason });
    const first = recorded[0];
    if (first) {
      tx.audit({
        verb: 'incentives.resettle_sales',
        subject: first.id,
        reason: input.reason,
        change: { count: recorded.length, last: recorded.at(-1)?.id, totals: totals(recorded) },
      });
    }
    return {
      saleIds: changes.map(({ saleId }) => saleId),
      accruals: recorded.length,
      totals: totals(recorded),
    };
  });
}

async function follow(tx: Tx, changes: readonly Redecided[], why: Why): Promise<Recorded[]> {
  const saleIds = changes.map(({ saleId }) => saleId);
  const changed = new Set(changes.flatMap((one) => one.changed));
  const withdrawn = new Set(changes.flatMap((one) => one.withdrawn));
  const touched = (await partsOfSales(tx, saleIds)).filter(
    (part) => changed.has(part.participantId) || part.sharePpm < 1_000_000n,
  );
  // Agreements are locked before accruals, as everywhere.
  const world = await loadWorld(tx, touched);
  const stored = await lockAccrualsOfSales(tx, saleIds);
  const lost = notTakenBack(stored).filter(
    (row) => row.participantId !== null && withdrawn.has(row.participantId),
  );
  const takenBack = await record(
    tx,
    lost.map((row) => reverse(row, why, world.periodOf(row.effectiveAt))),
  );
  await markReversed(
    tx,
    lost.filter(isOpen).map((row) => row.id),
  );
  const parts = touched.filter((part) => changed.has(part.participantId) || splits(part, world));
  const priced = new Set<string>(parts.map((part) => part.participantId));
  const own = stored.filter((row) => row.participantId !== null && priced.has(row.participantId));
  forget(world, [...lost, ...own.filter((row) => row.refundId === null)]);
  const again: World = { ...world, deals: await dealsOfParts(tx, parts, parts) };
  const settled = await record(
    tx,
    compareWithRules(own, accrue(parts, again)).flatMap((one) => entryFor(one, why, again) ?? []),
  );
  return [...takenBack, ...settled, ...(await clawBackSales(tx, saleIds))];
}

/** Whether its amount depends on who else shares the role, to the kopeck. Levels are reached once and not again. */
function splits(part: Participation, world: World): boolean {
  const day = world.dayOf(part.occurredAt);
  const found = world.schemes.find(part.agreementId, paidAs(part, day, world.schemes), day);
  return isVersion(found) && !looksBack(found.terms);
}

/** As if these had not been priced: levels and limits are measured without them. */
function forget(world: World, rows: readonly StoredAccrual[]): void {
  for (const row of rows) {
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
}
