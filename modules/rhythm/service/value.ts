import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { Exchange, Recognition } from '../contract/value.ts';
import { rights } from '../policy.ts';
import { insertExchange, insertRecognition } from '../store/value.ts';
import { touch } from './touch.ts';

/** Value without money. @throws directory.partner_unknown, directory.partner_of_another_manager */
export function recordExchange(
  ctx: Context,
  input: Pick<Exchange, 'direction' | 'kind' | 'text' | 'onDay'> & {
    partnerId: Id<'partner'>;
    estimateMinor?: number | null | undefined;
  },
) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'week.write');
    const { id: partnerId } = await keptPartner(tx, input.partnerId);
    const { direction, kind, text, onDay, estimateMinor } = input;
    const one = {
      id: tx.id('exchange'),
      direction,
      kind,
      text,
      onDay,
      estimateMinor: estimateMinor === undefined || estimateMinor === null ? null : BigInt(estimateMinor),
      currency: tx.currency,
    };
    await insertExchange(tx, partnerId, one);
    await touch(tx, partnerId, { kind: 'exchange', minutes: 0, ofId: one.id });
    tx.audit({ verb: 'rhythm.record_exchange', subject: partnerId, change: { id: one.id, direction, kind } });
    tx.emit({ type: 'exchange.recorded', partnerId, exchangeId: one.id });
    return one;
  });
}

/** Thanks, in public or between the two of us. @throws directory.partner_unknown, directory.partner_of_another_manager */
export function thankPartner(
  ctx: Context,
  input: Pick<Recognition, 'kind' | 'text' | 'onDay'> & { partnerId: Id<'partner'> },
): Promise<Recognition> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'week.write');
    const { id: partnerId } = await keptPartner(tx, input.partnerId);
    const { kind, text, onDay } = input;
    const one = { id: tx.id('recognition'), kind, text, onDay };
    await insertRecognition(tx, partnerId, one);
    await touch(tx, partnerId, { kind: 'recognition', minutes: 0, ofId: one.id });
    tx.audit({ verb: 'rhythm.thank_partner', subject: partnerId, change: { id: one.id, kind } });
    tx.emit({ type: 'partner.thanked', partnerId, recognitionId: one.id });
    return one;
  });
}
