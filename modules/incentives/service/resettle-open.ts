import { salesBeforeLaunch } from '@mosty/attribution';
import type { Tx } from '@mosty/kernel/context';
import { concernedBy, nextOpenSales, openAmong, openSalesOfClients } from '../store/open-sales.ts';
import { resettleSales } from './resettle.ts';

const DAY_MS = 86_400_000;
/** No window of a policy is longer: a touch learned of now cannot speak for a sale before that. */
const LOOKS_BACK_DAYS = 730;
const AT_ONCE = 500;

export interface Learned {
  readonly clientIds: readonly string[];
  readonly dealIds: readonly string[];
  readonly saleIds: readonly string[];
}

/** Settles again what is open of everybody whom something learned of late concerns. */
export async function resettleConcerned(tx: Tx, learned: Learned): Promise<void> {
  const told = await concernedBy(tx, learned.dealIds);
  const since = new Date(tx.now().getTime() - LOOKS_BACK_DAYS * DAY_MS);
  const ofClients = await openSalesOfClients(tx, [...learned.clientIds, ...told.clientIds], since);
  const named = await openAmong(tx, learned.saleIds);
  await resettleInParts(tx, new Set([...ofClients, ...told.saleIds, ...named]), 'facts_came_late');
}

/** Settles again what nobody was credited for while the partners had no agreement in force. */
export async function resettleBeforeLaunch(tx: Tx, partnerIds: readonly string[]): Promise<void> {
  const waited = await openAmong(tx, await salesBeforeLaunch(tx, partnerIds));
  await resettleInParts(tx, waited, 'agreement_launched');
}

async function resettleInParts(tx: Tx, sales: ReadonlySet<string>, reason: string): Promise<void> {
  const saleIds = [...sales];
  for (let from = 0; from < saleIds.length; from += AT_ONCE)
    await resettleSales(tx, { saleIds: saleIds.slice(from, from + AT_ONCE), reason });
}

/** Settles the next open sales again by the rules in force, and names the part that follows. */
export async function applyPolicyInPart(
  tx: Tx,
  part: { readonly number: number; readonly after: string },
): Promise<void> {
  const saleIds = await nextOpenSales(tx, part.after, AT_ONCE);
  const last = saleIds.at(-1);
  if (!last) return;
  await resettleSales(tx, { saleIds, reason: 'policy_published' });
  tx.emit({ type: 'policy.applied_in_part', number: part.number, after: last });
}
