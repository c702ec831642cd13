import type * as z from 'zod';
import { line } from '../../contract/explanation.ts';
import type { perRoleSchema } from '../../contract/terms.ts';
import type { Facts, Paid } from '../facts.ts';

/** A rate for the role the partner had in the deal: bringing, implementing, adding expertise, growing the contract. */
export function payPerRole(pay: z.infer<typeof perRoleSchema>, baseMicro: bigint, facts: Facts): Paid {
  const ratePpm = pay.rates[facts.role];
  if (ratePpm === undefined) {
    return {
      kind: 'commission',
      pico: 0n,
      ratePpm: 0n,
      lines: [line('role_not_paid', { role: facts.role })],
    };
  }
  return {
    kind: 'commission',
    pico: baseMicro * BigInt(ratePpm),
    ratePpm: BigInt(ratePpm),
    lines: [line('role_rate', { baseMicro: baseMicro.toString(), ratePpm, role: facts.role })],
  };
}
