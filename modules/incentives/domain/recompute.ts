import { allocate, divide, PPM, ROUNDINGS } from '@mosty/kernel/money';
import type { Line } from '../contract/explanation.ts';
import { clawedBack } from './clawback.ts';
import { PICO_PER_MINOR } from './facts.ts';

/**
 * The amount again from nothing but the explanation that people read. Equal to the accrual to the kopeck: what is
 * said is what was paid.
 */
export function recompute(lines: readonly Line[]): bigint {
  let pico = 0n;
  let amount: bigint | null = null;
  let shares: readonly bigint[] = [PPM];
  let place = 0;
  let onTop = 0n;
  for (const { code, params } of lines) {
    switch (code) {
      case 'percent':
      case 'recurring':
      case 'role_rate':
      case 'first_order_percent':
        pico += BigInt(params.baseMicro) * BigInt(params.ratePpm);
        break;
      case 'flat':
      case 'first_order_flat':
      case 'fee':
        pico += BigInt(params.amountMinor) * PICO_PER_MINOR;
        break;
      case 'tier':
        pico += BigInt(params.partMicro) * BigInt(params.ratePpm);
        break;
      case 'tier_whole':
        pico += BigInt(params.afterMicro) * BigInt(params.ratePpm);
        pico -= BigInt(params.beforeMicro) * BigInt(params.beforeRatePpm);
        break;
      case 'share':
        shares = params.sharesPpm.split(' ').map(BigInt);
        place = params.place;
        break;
      case 'vat_on_top':
        onTop = BigInt(params.ratePpm);
        break;
      case 'rounded':
        amount = rounded(pico, shares, place, onTop, params.rounding);
        break;
      case 'cap_sale': {
        const cap = BigInt(params.capMinor);
        amount = (amount ?? 0n) < 0n ? -cap : cap;
        break;
      }
      case 'cap_month':
      case 'cap_total':
      case 'cap_role': {
        const room = BigInt(params.capMinor) - BigInt(params.usedMinor);
        amount = room > 0n ? room : 0n;
        break;
      }
      case 'reversal':
        amount = BigInt(params.amountMinor);
        break;
      case 'correction':
      case 'recalculated':
        amount = BigInt(params.becomesMinor) - BigInt(params.wasMinor);
        break;
      case 'clawback':
        amount = clawedBack({
          earnedMinor: BigInt(params.earnedMinor),
          saleMicro: BigInt(params.saleMicro),
          returnedMicro: BigInt(params.returnedMicro),
          takenBeforeMinor: BigInt(params.takenBeforeMinor),
        });
        break;
      default:
    }
  }
  return amount ?? 0n;
}

function rounded(
  pico: bigint,
  shares: readonly bigint[],
  place: number,
  onTop: bigint,
  name: string,
): bigint {
  const rounding = ROUNDINGS.find((known) => known === name);
  if (!rounding) throw new Error(`no such rounding: ${name}`);
  const all = shares.reduce((sum, share) => sum + share, 0n);
  const whole = divide(pico * all * (PPM + onTop), PICO_PER_MINOR * PPM * PPM, rounding);
  return allocate({ minor: whole, currency: '' }, shares)[place]?.minor ?? 0n;
}
