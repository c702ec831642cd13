import type { Reason } from '../../../contract.ts';
import type { Ruling } from '../facts.ts';
import type { Named } from './says.ts';

/** People ruled: whom they named, the greatest share first. */
export function ruled({ on, claim, sources }: Ruling): { said: Reason; named: Named[] } {
  const params: Reason['params'] = claim === null ? { day: on } : { day: on, claim };
  const said: Reason =
    sources.length === 0
      ? { code: claim === null ? 'ruled_direct' : 'claim_ruled_direct', params }
      : { code: claim === null ? 'ruled' : 'claim_ruled', params };
  const named = sources
    .toSorted((a, b) => b.sharePpm - a.sharePpm || (a.partnerId < b.partnerId ? -1 : 1))
    .map(({ partnerId, sharePpm }) => ({
      partnerId,
      agreementId: null,
      sharePpm: BigInt(sharePpm),
      reason: said,
    }));
  return { said, named };
}
