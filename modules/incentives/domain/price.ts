import { allocate, divide, PPM } from '@mosty/kernel/money';
import { line, type Line } from '../contract/explanation.ts';
import { paysCommission, type Pay, type Terms } from '../contract/terms.ts';
import { baseOf } from './base.ts';
import { applyCaps } from './cap.ts';
import { PICO_PER_MINOR, type Facts, type Paid, type Part, type Pricing } from './facts.ts';
import { earnsNothing } from './floor.ts';
import { payFirstOrder } from './shapes/first-order.ts';
import { payFlat } from './shapes/flat.ts';
import { payHybrid } from './shapes/hybrid.ts';
import { payPerRole } from './shapes/per-role.ts';
import { payPercent } from './shapes/percent.ts';
import { payRecurring } from './shapes/recurring.ts';
import { payTiered } from './shapes/tiered.ts';

/**
 * What a sale (or a credit to a client) earns under the terms, with every step of how. Each amount is computed
 * exactly and rounded once, as the terms name it; limits come after the rounding.
 */
export function price(terms: Terms, facts: Facts): Pricing {
  const base = baseOf(terms, facts);
  const nothing = earnsNothing(terms, facts);
  if (nothing) return { parts: [empty(base.micro, [...base.lines, nothing])], counts: false };
  const parts: Part[] = [];
  let { monthMinor, totalMinor } = facts.progress;
  for (const paid of paidFor(terms.pay, base.micro, facts)) {
    const rounded = roundOnce(terms, facts, paid);
    const capped = applyCaps(terms.cap, rounded.amountMinor, { monthMinor, totalMinor });
    monthMinor += capped.amountMinor;
    totalMinor += capped.amountMinor;
    parts.push({
      kind: paid.kind,
      baseMicro: base.micro,
      ratePpm: paid.ratePpm,
      amountMinor: capped.amountMinor,
      lines: [...base.lines, ...paid.lines, ...rounded.lines, ...capped.lines],
    });
  }
  return { parts, counts: true };
}

export function empty(baseMicro: bigint, lines: readonly Line[]): Part {
  return { kind: 'commission', baseMicro, ratePpm: null, amountMinor: 0n, lines };
}

/** The commission first. A fee or a bonus that this sale does not bring is told only where nothing else is. */
function paidFor(pays: readonly Pay[], baseMicro: bigint, facts: Facts): Paid[] {
  const commission = pays.filter(paysCommission).map((pay) => payFor(pay, baseMicro, facts));
  const beside = pays.filter((pay) => !paysCommission(pay)).map((pay) => payFor(pay, baseMicro, facts));
  const earned = [...commission, ...beside.filter((paid) => paid.pico !== 0n)];
  return earned.length > 0 ? earned : beside.slice(0, 1);
}

function payFor(pay: Pay, baseMicro: bigint, facts: Facts): Paid {
  switch (pay.kind) {
    case 'flat':
      return payFlat(pay, facts);
    case 'percent':
      return payPercent(pay, baseMicro);
    case 'tiered':
      return payTiered(pay, baseMicro, facts);
    case 'hybrid':
      return payHybrid(pay, baseMicro);
    case 'recurring':
      return payRecurring(pay, baseMicro, facts);
    case 'first_order':
      return payFirstOrder(pay, baseMicro, facts);
    case 'per_role':
      return payPerRole(pay, baseMicro, facts);
  }
}

/** Share of several partners in one role: the whole is rounded, then split so that the parts make it exactly. */
function roundOnce(terms: Terms, facts: Facts, paid: Paid): { amountMinor: bigint; lines: Line[] } {
  if (paid.pico === 0n) return { amountMinor: 0n, lines: [] };
  const lines: Line[] = [];
  const { sharesPpm, place } = facts;
  const all = sharesPpm.reduce((sum, share) => sum + share, 0n);
  const ours = sharesPpm[place] ?? 0n;
  const shared = sharesPpm.length > 1 || ours !== PPM;
  if (shared) lines.push(line('share', { sharePpm: Number(ours), sharesPpm: sharesPpm.join(' '), place }));
  const onTop = terms.vat.reward === 'on_top' ? BigInt(terms.vat.ratePpm) : 0n;
  if (onTop > 0n) lines.push(line('vat_on_top', { ratePpm: Number(onTop) }));
  if (all === 0n) return { amountMinor: 0n, lines };
  const whole = divide(paid.pico * all * (PPM + onTop), PICO_PER_MINOR * PPM * PPM, terms.rounding);
  const amountMinor = shared
    ? (allocate({ minor: whole, currency: facts.currency }, sharesPpm)[place]?.minor ?? 0n)
    : whole;
  lines.push(line('rounded', { rounding: terms.rounding, amountMinor: Number(amountMinor) }));
  return { amountMinor, lines };
}
