import { accrualsForPayout } from '@mosty/incentives';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse, Refusal } from '@mosty/kernel/refusal';
import { monthOfInstant } from '@mosty/kernel/time';
import { standingOf } from '@mosty/lifecycle';

export interface Waivable {
  readonly currency: string;
  readonly earnedMinor: bigint;
  readonly carriedMinor: bigint;
  readonly amountMinor: bigint;
}

/** Approved and not paid, less what is set off: by currency, where anything is left of it. */
export async function waivableOf(tx: Tx, partnerId: Id<'partner'>): Promise<Waivable[]> {
  const through = monthOfInstant(tx.now(), tx.zone);
  const open = await accrualsForPayout(tx, { through, partnerIds: [partnerId] });
  return open
    .map(({ currency, earnedMinor, carriedMinor }) => ({
      currency,
      earnedMinor,
      carriedMinor,
      amountMinor: earnedMinor - carriedMinor,
    }))
    .filter(({ amountMinor }) => amountMinor > 0n);
}

/** @throws payouts.nothing_to_waive */
export async function waivableIn(tx: Tx, partnerId: Id<'partner'>, currency: string): Promise<Waivable> {
  return (
    (await waivableOf(tx, partnerId)).find((one) => one.currency === currency) ??
    refuse('not_now', 'payouts.nothing_to_waive', { partnerId, currency })
  );
}

const PARTED = ['leaving', 'ended', 'stop_listed'];

/** A rest is given up at a parting: who works on is paid. */
export async function isParting(tx: Tx, partnerId: Id<'partner'>): Promise<true | Refusal> {
  const stage = (await standingOf(tx, [partnerId])).get(partnerId)?.stage ?? null;
  return (
    (stage !== null && PARTED.includes(stage)) || new Refusal('not_now', 'payouts.not_parting', { partnerId })
  );
}
