import {
  attributionRights,
  currentPolicy,
  differenceOf,
  standingBefore,
  type Difference,
} from '@mosty/attribution';
import type { Policy } from '@mosty/attribution/contract';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { divide } from '@mosty/kernel/money';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { openAmong, salesShown, type SaleShown } from '../store/open-sales.ts';

const PAGE = 2_000;
/** Some seconds of work; what is older is said not to have been looked at. */
const EXAMINED_MAX = 100_000;
const EXAMPLES = 30;

export interface Shift {
  readonly partnerId: string;
  readonly currency: string;
  gains: number;
  loses: number;
  gainsMinor: bigint;
  losesMinor: bigint;
}

export interface PolicyPreviewed {
  readonly examined: number;
  readonly since: BusinessDate | null;
  readonly limited: boolean;
  readonly changes: number;
  readonly closed: number;
  readonly shifts: readonly Shift[];
  readonly examples: readonly { readonly sale: SaleShown; readonly difference: Difference }[];
}

/**
 * What other rules would change over the decisions that stand, newest sales first: each is made again from the facts
 * it was made from. Read page by page, so memory does not grow with history. Nothing is changed.
 */
export function previewPolicy(ctx: Context, input: { readonly body: Policy }): Promise<PolicyPreviewed> {
  return look(ctx, async (tx) => {
    permit(tx, attributionRights, 'policy.read');
    const current = await currentPolicy(tx);
    const shifts = new Map<string, Shift>();
    const examples: { sale: SaleShown; difference: Difference }[] = [];
    let [examined, changes, closed] = [0, 0, 0];
    let since: BusinessDate | null = null;
    let before: string | null = null;
    for (;;) {
      const page = await standingBefore(tx, before, PAGE);
      const last = page.at(-1);
      if (!last) break;
      before = last.id;
      examined += page.length;
      for (const { facts } of page) if (since === null || facts.day < since) since = facts.day;
      const found = page.flatMap(({ saleId, facts }) => {
        const difference = differenceOf(facts, current.body, input.body);
        return difference ? [{ saleId, difference }] : [];
      });
      const { open, stays } = await split(tx, found);
      closed += stays;
      changes += open.length;
      for (const one of open) count(shifts, one.sale, one.difference);
      examples.push(...open.slice(0, EXAMPLES - examples.length));
      if (examined >= EXAMINED_MAX) break;
    }
    const limited = examined >= EXAMINED_MAX;
    return { examined, since, limited, changes, closed, shifts: [...shifts.values()], examples };
  });
}

async function split(tx: Tx, found: readonly { saleId: string; difference: Difference }[]) {
  const ids = found.map(({ saleId }) => saleId);
  const isOpen = await openAmong(tx, ids);
  const sales = await salesShown(tx, [...isOpen]);
  const standing = await salesShown(tx, ids);
  const open = found.flatMap(({ saleId, difference }) => {
    const sale = sales.get(saleId);
    return sale ? [{ sale, difference }] : [];
  });
  return { open, stays: standing.size - open.length };
}

function count(shifts: Map<string, Shift>, sale: SaleShown, { from, to }: Difference): void {
  const shareOf = (sources: Difference['from']['sources'], partnerId: string) =>
    sources.filter((one) => one.partnerId === partnerId).reduce((sum, one) => sum + one.sharePpm, 0);
  const everybody = new Set([...from.sources, ...to.sources].map((one) => one.partnerId));
  for (const partnerId of everybody) {
    const ppm = shareOf(to.sources, partnerId) - shareOf(from.sources, partnerId);
    if (ppm === 0) continue;
    const key = `${partnerId} ${sale.currency}`;
    const shift = shifts.get(key) ?? {
      partnerId,
      currency: sale.currency,
      gains: 0,
      loses: 0,
      gainsMinor: 0n,
      losesMinor: 0n,
    };
    shifts.set(key, shift);
    const minor = divide(sale.amountMinor * BigInt(Math.abs(ppm)), 1_000_000n, 'half_away_from_zero');
    if (ppm > 0) {
      shift.gains += 1;
      shift.gainsMinor += minor;
    } else {
      shift.loses += 1;
      shift.losesMinor += minor;
    }
  }
}

export const dayOfSale = (sale: SaleShown, zone: Context['zone']) => businessDateOf(sale.occurredAt, zone);
