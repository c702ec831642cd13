import type * as z from 'zod';
import { MICRO_PER_MINOR } from '@mosty/kernel/money';
import { line, type Line } from '../../contract/explanation.ts';
import type { tieredSchema } from '../../contract/terms.ts';
import type { Facts, Paid } from '../facts.ts';

type Tiered = z.infer<typeof tieredSchema>;

/**
 * A sale is paid what it adds to the pay of the whole window: pay(after) − pay(before). So the window's sum does not
 * depend on the order of its sales, a credit takes back what it had added, and in the `whole` mode the sale that
 * reaches a level also brings the difference for everything before it.
 */
export function payTiered(pay: Tiered, baseMicro: bigint, facts: Facts): Paid {
  return pay.mode === 'marginal' ? payMarginal(pay, baseMicro, facts) : payWhole(pay, baseMicro, facts);
}

function payMarginal(pay: Tiered, baseMicro: bigint, facts: Facts): Paid {
  const lines: Line[] = [];
  let pico = 0n;
  for (const bracket of bracketsOf(pay, baseMicro, facts)) {
    pico += bracket.partMicro * BigInt(bracket.ratePpm);
    lines.push(line('tier', { ...bracket, partMicro: bracket.partMicro.toString() }));
  }
  return { kind: 'commission', pico, ratePpm: onlyRate(lines), lines };
}

interface Bracket {
  readonly partMicro: bigint;
  readonly ratePpm: number;
  readonly level: number;
}

/** The parts of this sale that fall into each level; a sale of nothing falls into the level where it stands. */
function bracketsOf(pay: Tiered, baseMicro: bigint, facts: Facts): Bracket[] {
  if (pay.measure === 'count') {
    const before = facts.amountMicro < 0n ? facts.progress.windowCount - 1n : facts.progress.windowCount;
    const level = levelAt(pay, before);
    return [{ partMicro: baseMicro, ratePpm: pay.tiers[level]?.ratePpm ?? 0, level: level + 1 }];
  }
  const before = facts.progress.windowMicro;
  const after = before + baseMicro;
  const [low, high] = before < after ? [before, after] : [after, before];
  const sign = before <= after ? 1n : -1n;
  const found = pay.tiers.flatMap((tier, index) => {
    const from = index === 0 ? low : max(low, BigInt(tier.from) * MICRO_PER_MINOR);
    const next = pay.tiers[index + 1];
    const to = next === undefined ? high : min(high, BigInt(next.from) * MICRO_PER_MINOR);
    return to > from ? [{ partMicro: (to - from) * sign, ratePpm: tier.ratePpm, level: index + 1 }] : [];
  });
  if (found.length > 0) return found;
  const level = levelAt(pay, before / MICRO_PER_MINOR);
  return [{ partMicro: 0n, ratePpm: pay.tiers[level]?.ratePpm ?? 0, level: level + 1 }];
}

function payWhole(pay: Tiered, baseMicro: bigint, facts: Facts): Paid {
  const { windowMicro: beforeMicro, windowCount } = facts.progress;
  const afterMicro = beforeMicro + baseMicro;
  const countAfter = facts.amountMicro < 0n ? windowCount : windowCount + 1n;
  const reached = (micro: bigint, count: bigint) =>
    levelAt(pay, pay.measure === 'count' ? count : floorDivide(micro, MICRO_PER_MINOR));
  const levelBefore = reached(beforeMicro, windowCount);
  const level = reached(afterMicro, countAfter);
  const beforeRatePpm = pay.tiers[levelBefore]?.ratePpm ?? 0;
  const ratePpm = pay.tiers[level]?.ratePpm ?? 0;
  return {
    kind: 'commission',
    pico: afterMicro * BigInt(ratePpm) - beforeMicro * BigInt(beforeRatePpm),
    ratePpm: BigInt(ratePpm),
    lines: [
      line('tier_whole', {
        beforeMicro: beforeMicro.toString(),
        beforeRatePpm,
        afterMicro: afterMicro.toString(),
        ratePpm,
        level: level + 1,
      }),
    ],
  };
}

/** Index of the highest level whose beginning is reached; the first one also holds below zero. */
function levelAt(pay: Tiered, reached: bigint): number {
  return Math.max(
    0,
    pay.tiers.findLastIndex((tier) => BigInt(tier.from) <= reached),
  );
}

function onlyRate(lines: readonly Line[]): bigint | null {
  const [first] = lines;
  return lines.length === 1 && first?.code === 'tier' ? BigInt(first.params.ratePpm) : null;
}

const min = (a: bigint, b: bigint) => (a < b ? a : b);
const max = (a: bigint, b: bigint) => (a > b ? a : b);

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value < 0n && value % by !== 0n ? quotient - 1n : quotient;
}
