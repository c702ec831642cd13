import { Refusal } from '@mosty/kernel/refusal';
import { DEAL_ROLES, type DealRole } from '../contract/deal.ts';
import type { Turn } from '../contract/stage.ts';

export interface RoleTaken {
  readonly partnerId: string;
  readonly role: DealRole;
  readonly sharePpm: number;
  readonly capMinor: bigint | null;
}

export interface Concern {
  readonly code: 'two_sources' | 'no_implementer' | 'shares_over_whole' | 'caps_over_amount';
  readonly params: Record<string, string | number>;
}

const WHOLE_PPM = 1_000_000;

/**
 * What is wrong with the roles, said aloud before it costs money (S3.20): two who claim to have brought the client,
 * nobody to implement when it is their move, more than the whole given away, caps above the deal itself.
 */
export function concernsOf(
  roles: readonly RoleTaken[],
  deal: { readonly turn: Turn | null; readonly amountMinor: bigint | null },
): Concern[] {
  const concerns: Concern[] = [];
  const sources = new Set(roles.filter(({ role }) => role === 'source').map(({ partnerId }) => partnerId));
  if (sources.size > 1) concerns.push({ code: 'two_sources', params: { count: sources.size } });
  if (deal.turn === 'implement' && !roles.some(({ role }) => role === 'implement'))
    concerns.push({ code: 'no_implementer', params: {} });
  for (const role of DEAL_ROLES) {
    const given = sharesOf(roles, role);
    if (given > WHOLE_PPM) concerns.push({ code: 'shares_over_whole', params: { role, givenPpm: given } });
  }
  const caps = roles.reduce((sum, { capMinor }) => sum + (capMinor ?? 0n), 0n);
  if (deal.amountMinor !== null && caps > deal.amountMinor)
    concerns.push({ code: 'caps_over_amount', params: { capsMinor: Number(caps) } });
  return concerns;
}

function sharesOf(roles: readonly RoleTaken[], of: DealRole): number {
  return roles.reduce((sum, { role, sharePpm }) => sum + (role === of ? sharePpm : 0), 0);
}

/** What may not be written down at all: the same partner twice in a role, more than the whole of a role. */
export function checkRoles(roles: readonly RoleTaken[]): Refusal | null {
  const seen = new Set<string>();
  for (const { partnerId, role } of roles) {
    const key = `${partnerId} ${role}`;
    if (seen.has(key)) return new Refusal('invalid', 'deals.role_twice', { role });
    seen.add(key);
  }
  for (const role of DEAL_ROLES) {
    const given = sharesOf(roles, role);
    if (given > WHOLE_PPM)
      return new Refusal('invalid', 'deals.shares_over_whole', { role, percent: Math.round(given / 10_000) });
  }
  return null;
}
