import type { Facts } from '../facts.ts';
import { nothing, WHOLE_PPM, type Says } from './says.ts';

/** The source of the sale named the partner in so many words. */
export function explicitPartner({ named }: Facts): Says {
  if (!named) return nothing('nobody_named');
  const { partnerId } = named;
  if (partnerId === null) return { says: 'unknown', reason: { code: 'named_partner_unknown', params: {} } };
  const reason = { code: 'named_in_row', params: {} };
  return { says: 'names', named: [{ partnerId, agreementId: null, sharePpm: WHOLE_PPM, reason }] };
}
