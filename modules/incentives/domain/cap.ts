import { line, type Line } from '../contract/explanation.ts';
import type { Terms } from '../contract/terms.ts';
import type { Progress } from './facts.ts';

export interface Capped {
  readonly amountMinor: bigint;
  readonly lines: readonly Line[];
}

/** What the role may still earn on its deal. What is taken back makes room and is never limited. */
export function capOnDeal(capMinor: bigint, usedMinor: bigint, amountMinor: bigint): Capped {
  const room = capMinor > usedMinor ? capMinor - usedMinor : 0n;
  if (amountMinor <= room) return { amountMinor, lines: [] };
  const params = { capMinor: Number(capMinor), usedMinor: Number(usedMinor), amountMinor: Number(room) };
  return { amountMinor: room, lines: [line('cap_role', params)] };
}

/**
 * Limits for one sale, for its month and for all time, in this order. What a credit takes back is limited by the
 * limit of one sale only: it makes room in the others.
 */
export function applyCaps(
  cap: Terms['cap'],
  amountMinor: bigint,
  used: Pick<Progress, 'monthMinor' | 'totalMinor'>,
): Capped {
  const lines: Line[] = [];
  let amount = amountMinor;
  if (cap.perSaleMinor !== null) {
    const limit = BigInt(cap.perSaleMinor);
    const capped = amount > limit ? limit : amount < -limit ? -limit : amount;
    if (capped !== amount)
      lines.push(line('cap_sale', { capMinor: cap.perSaleMinor, amountMinor: Number(capped) }));
    amount = capped;
  }
  for (const [code, capMinor, usedMinor] of [
    ['cap_month', cap.perMonthMinor, used.monthMinor],
    ['cap_total', cap.totalMinor, used.totalMinor],
  ] as const) {
    if (capMinor === null || amount <= 0n) continue;
    const room = BigInt(capMinor) > usedMinor ? BigInt(capMinor) - usedMinor : 0n;
    if (amount <= room) continue;
    amount = room;
    lines.push(line(code, { capMinor, usedMinor: Number(usedMinor), amountMinor: Number(amount) }));
  }
  return { amountMinor: amount, lines };
}
