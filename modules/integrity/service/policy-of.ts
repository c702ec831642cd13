import type { Tx } from '@mosty/kernel/context';
import { SHIPPED_POLICY } from '../domain/shipped-policy.ts';
import { findPolicy, priceFloor } from '../store/settings.ts';
import type { IntegrityPolicy } from '../contract/looks.ts';

/** As the company set it, or as shipped with the floor of prices that stands anyway. */
export async function policyOf(tx: Tx): Promise<IntegrityPolicy & { readonly isShipped: boolean }> {
  const set = await findPolicy(tx);
  if (set) return { ...set, isShipped: false };
  const floorPpm = await priceFloor(tx);
  const seasons = SHIPPED_POLICY.seasons.map((season) =>
    floorPpm === null ? season : { ...season, floorPpm },
  );
  return { ...SHIPPED_POLICY, seasons, isShipped: true };
}
