import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { selectDeals, type DealRecord } from './deals.ts';

/** Registrations that protect, or once protected, any of these clients on one of the days given. */
export function registrationsOver(
  tx: Tx,
  clientIds: readonly string[],
  from: BusinessDate,
  to: BusinessDate,
): Promise<DealRecord[]> {
  if (clientIds.length === 0) return Promise.resolve([]);
  return selectDeals(
    tx,
    sql`d.client_id = ANY(${clientIds}::text[]) AND d.registration IN ('approved', 'expired')
      AND d.agreement_id IS NOT NULL AND d.protected_until >= ${from}::date AND d.registered_at < ${to}::date + 2`,
  );
}
