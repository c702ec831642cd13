import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Limited } from '../contract/stages.ts';
import { limitedBy, SHIPPED_LIMITS, strictest, type Limit } from '../domain/limits.ts';
import { begunOf, limitVersions, type LimitVersion } from '../store/limits.ts';

/** What holds a partner back now. */
export interface LimitNow extends Limit {
  readonly partnerId: Id<'partner'>;
  readonly because: readonly Limited[];
  readonly currency: string;
  readonly wayNo: number;
  /** When this way together began: what was earned since is counted. */
  readonly since: Date;
}

export async function limitsNow(tx: Tx): Promise<Pick<LimitVersion, 'version' | 'currency' | 'limits'>> {
  const [last] = await limitVersions(tx, 1);
  return last ?? { version: 0, currency: tx.currency, limits: SHIPPED_LIMITS };
}

/** Of these partners, those that limits hold back where they stand (S0.17, S0.18). Nobody new is asked for nothing. */
export async function limitsOf(tx: Tx, partnerIds: readonly string[]): Promise<Map<string, LimitNow>> {
  const limited = (await begunOf(tx, partnerIds))
    .map((begun) => ({ ...begun, because: limitedBy(begun) }))
    .filter(({ because }) => because.length > 0);
  if (limited.length === 0) return new Map();
  const { currency, limits } = await limitsNow(tx);
  return new Map(
    limited.map(({ partnerId, because, wayNo, since }) => [
      partnerId,
      { ...strictest(because.map((one) => limits[one])), partnerId, because, currency, wayNo, since },
    ]),
  );
}

/** Open deals as a count; money earned and let through as minor units of the limit's currency. */
export type LimitUse = (tx: Tx, limit: LimitNow) => Promise<bigint>;
const uses = new Map<'deals' | 'accrued', LimitUse>();

/** Deals and money live above the lifecycle, and arrows do not point up: whoever keeps them says how much is used. */
export function defineLimitUse(of: 'deals' | 'accrued', use: LimitUse): void {
  if (uses.has(of)) throw new Error(`the use of ${of} is defined twice`);
  uses.set(of, use);
}

export async function usedOf(tx: Tx, limit: LimitNow): Promise<{ deals: number; accruedMinor: bigint }> {
  const of = async (what: 'deals' | 'accrued') => (await uses.get(what)?.(tx, limit)) ?? 0n;
  return { deals: Number(await of('deals')), accruedMinor: await of('accrued') };
}

type Ease = (tx: Tx, partnerId: Id<'partner'>) => Promise<void>;
const eases: Ease[] = [];

/** What else becomes true when a person lifted a partner's limits, in the same transaction. */
export function onLimitsLifted(ease: Ease): void {
  eases.push(ease);
}

export async function easeLimits(tx: Tx, partnerId: Id<'partner'>): Promise<void> {
  for (const ease of eases) await ease(tx, partnerId);
}
