import { partnersById } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { COST_KINDS, REPORTING_CLASSES } from '../contract.ts';
import { rights } from '../policy.ts';
import { insertCosts, markCostsReversed } from '../store/costs.ts';

/** Money or hours put into a partner, or into a class of the channel as a whole (S3.28). */
export interface NewCost {
  readonly externalId: string;
  readonly partnerId?: Id<'partner'> | undefined;
  readonly class: (typeof REPORTING_CLASSES)[number];
  readonly kind: (typeof COST_KINDS)[number];
  /** `YYYY-MM-DD` of the company's calendar. */
  readonly occurredOn: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** Decimal text. */
  readonly hours?: string | undefined;
  readonly note?: string | undefined;
}

/** Records costs, each key once for ever. @throws directory.partner_unknown */
export function recordCosts(
  ctx: Context,
  input: { source: string; importId?: Id<'import_file'> | undefined; costs: readonly NewCost[] },
): Promise<{ recorded: string[]; known: string[] }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'cost.record');
    const costs = [...new Map(input.costs.map((cost) => [cost.externalId, cost])).values()];
    await refuseStrangers(tx, costs);
    const rows = costs.map((cost) => ({
      id: tx.id('cost'),
      externalId: cost.externalId,
      partnerId: cost.partnerId ?? null,
      class: cost.class,
      kind: cost.kind,
      occurredOn: cost.occurredOn,
      currency: cost.currency,
      amountMinor: cost.amountMinor.toString(),
      hours: cost.hours ?? null,
      note: cost.note ?? null,
    }));
    const newKeys = await insertCosts(tx, input.source, input.importId ?? null, rows);
    const recorded = rows.filter((row) => newKeys.has(row.externalId));
    if (recorded[0]) {
      tx.audit({
        verb: 'deals.record_costs',
        subject: input.importId ?? recorded[0].id,
        change: { source: input.source, count: recorded.length },
      });
      tx.emit({ type: 'cost.recorded', days: [...new Set(recorded.map((row) => row.occurredOn))].sort() });
    }
    return {
      recorded: recorded.map((row) => row.externalId),
      known: rows.filter((row) => !newKeys.has(row.externalId)).map((row) => row.externalId),
    };
  });
}

async function refuseStrangers(tx: Tx, costs: readonly NewCost[]): Promise<void> {
  const named = [...new Set(costs.flatMap((cost) => cost.partnerId ?? []))];
  const known = new Set((await partnersById(tx, named)).map((partner) => partner.id));
  const stranger = named.find((id) => !known.has(id));
  if (stranger) refuse('not_found', 'directory.partner_unknown', { partnerId: stranger });
}

export function reverseCostsOfImport(ctx: Context, input: { importId: Id<'import_file'>; reason: string }) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'sale.reverse');
    const reversed = await markCostsReversed(tx, input.importId);
    if (reversed.length > 0) {
      tx.audit({
        verb: 'deals.reverse_costs',
        subject: input.importId,
        reason: input.reason,
        change: { count: reversed.length },
      });
      tx.emit({ type: 'cost.reversed', days: [...new Set(reversed.map((cost) => cost.occurred_on))].sort() });
    }
    return { reversed: reversed.length };
  });
}
