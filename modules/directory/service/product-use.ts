import { may, namesOfMembers, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { ProductUse } from '../contract/expertise.ts';
import { rights } from '../policy.ts';
import { insertProductUse, lastProductUse } from '../store/product-use.ts';
import { keeps, keptPartner, knownPartner } from './keep-partner.ts';

export function readProductUse(ctx: Context, partnerId: Id<'partner'>) {
  return look(ctx, (tx) => shown(tx, partnerId));
}

/** @throws directory.use_in_future, directory.partner_unknown, directory.partner_of_another_manager */
export function noteProductUse(
  ctx: Context,
  input: { partnerId: Id<'partner'>; use: ProductUse; asOf: string; source: string },
) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'partner.write');
    const partner = await keptPartner(tx, input.partnerId);
    const { use, asOf, source } = input;
    if (asOf > businessDateOf(tx.now(), tx.zone)) refuse('invalid', 'directory.use_in_future', { asOf });
    await insertProductUse(tx, partner.id, { use, asOf, source });
    tx.audit({ verb: 'directory.note_product_use', subject: partner.id, change: { use, asOf } });
    return shown(tx, partner.id);
  });
}

async function shown(tx: Tx, partnerId: Id<'partner'>) {
  permit(tx, rights, 'partner.timeline');
  const partner = await knownPartner(tx, partnerId);
  const last = await lastProductUse(tx, partner.id);
  const person = last && (await namesOfMembers(tx, [last.saidBy])).get(last.saidBy);
  return {
    use: last?.use ?? null,
    asOf: last?.asOf ?? null,
    source: last?.source ?? null,
    person: person ?? null,
    saidAt: last?.saidAt ?? null,
    can: { write: may(tx, rights, 'partner.write') && keeps(tx, partner) },
  };
}
