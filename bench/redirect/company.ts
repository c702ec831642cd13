import { openAgreement } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { businessDate } from '@mosty/kernel/time';

/** A partner with rules both sides accepted: links are given to nobody else. */
export async function affiliateAgreement(ctx: Context) {
  const partner = await createPartner(ctx, { name: 'Bench' });
  const day = businessDate('2026-01-12');
  const { id } = await openAgreement(ctx, {
    partnerId: partner.id,
    class: 'partner_sales',
    kind: 'affiliate',
    startsOn: day,
    signedOn: day,
  });
  return id;
}
